package org.gradientkata.labs;

/**
 * What came of one epoch.
 *
 * @param epoch its number, from 1
 * @param loss mean training loss over its mini-batches, each with the weights of its moment
 * @param trainAccuracy after it, on the first 10,000 training images (all, if there are fewer)
 * @param testAccuracy after it, on all test images
 * @param seconds time it took to learn, measuring not included
 */
public record EpochResult(
    int epoch, double loss, double trainAccuracy, double testAccuracy, double seconds) {}
