/**
 * Measures how fast the reference solutions train: in parts by JMH, and as a whole against other
 * libraries. A program of its own, so it prints.
 */
package org.gradientkata.bench;
