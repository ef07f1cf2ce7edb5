/** Lessons in Markdown, set for a terminal. */
package org.gradientkata.kata.lesson;
