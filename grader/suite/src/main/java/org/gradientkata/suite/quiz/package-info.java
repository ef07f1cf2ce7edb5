/** The quiz: questions, answer sheets, and what to say to an answer. */
package org.gradientkata.suite.quiz;
