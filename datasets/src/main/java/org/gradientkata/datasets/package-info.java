/**
 * The images that networks are trained on: MNIST and Fashion-MNIST, found on disk or downloaded and
 * verified, and synthetic digits where they can't be had.
 */
package org.gradientkata.datasets;
