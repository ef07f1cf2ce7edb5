/** The pictures of the lessons, drawn by the classes that the exercises are about. */
package org.gradientkata.labs.lesson;
