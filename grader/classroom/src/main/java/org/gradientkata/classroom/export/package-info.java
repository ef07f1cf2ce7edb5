/** Grades in the files that learning platforms and other programs read. */
package org.gradientkata.classroom.export;
