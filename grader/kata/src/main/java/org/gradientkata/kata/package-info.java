/** The command line. Here alone is printed; what is done is done elsewhere. */
package org.gradientkata.kata;
