/**
 * The labs: experiments on whichever classes are graded. A lab gives back a report of words, tables
 * and plots in the reader's language, and the figures behind them. Nothing here prints.
 */
package org.gradientkata.labs.experiment;
