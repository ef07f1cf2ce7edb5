/** What learners are told about their submissions, and instructors about their class. */
package org.gradientkata.classroom.feedback;
