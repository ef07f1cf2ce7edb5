/** What an instructor forbids beyond the kit's own rules. Nothing here can allow anything. */
package org.gradientkata.classroom.rules;
