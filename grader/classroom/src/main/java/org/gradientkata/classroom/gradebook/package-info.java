/** Gradebooks from the reports of builds that learners' own machines or a CI have run. */
package org.gradientkata.classroom.gradebook;
