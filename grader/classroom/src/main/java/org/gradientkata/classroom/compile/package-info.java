/** Compiles what learners wrote, in a process of its own that a source may take down. */
package org.gradientkata.classroom.compile;
