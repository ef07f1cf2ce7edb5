/** The learners' copy of the kit: no solutions, a sealed quiz, and what class rooms run. */
package org.gradientkata.classroom.handout;
