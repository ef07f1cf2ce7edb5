/** What a course makes of the points: lateness, extensions, weights. */
package org.gradientkata.classroom.policy;
