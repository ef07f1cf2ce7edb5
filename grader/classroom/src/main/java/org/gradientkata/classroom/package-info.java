/** The instructor's side: grading what can't be trusted, gradebooks and handouts. */
package org.gradientkata.classroom;
