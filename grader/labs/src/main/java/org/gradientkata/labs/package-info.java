/**
 * Training runs on whichever classes are graded: options in, a result out, and the ways to keep it
 * (a plot, a JSON file). Nothing here prints.
 */
package org.gradientkata.labs;
