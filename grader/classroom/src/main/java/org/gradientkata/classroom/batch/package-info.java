/** Grades a folder of submissions: goes on whatever happens, resumes, and says what changed. */
package org.gradientkata.classroom.batch;
