/** The same networks in Deeplearning4j. */
package org.gradientkata.bench.dl4j;
