/** Takes the exercise files out of submissions: in memory, with limits, and nothing else. */
package org.gradientkata.classroom.intake;
