/** How alike submissions are, in the eyes of a program that knows more of it than this one. */
package org.gradientkata.classroom.similarity;
