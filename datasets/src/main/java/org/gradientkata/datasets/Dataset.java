package org.gradientkata.datasets;

/**
 * Images to train on and images to test with.
 *
 * @param name such as {@code MNIST}, or that of the synthetic digits
 * @param train images to train on
 * @param test images that training never sees
 * @param origin where they come from, in the user's language
 * @param synthetic whether a program drew them
 * @param note what the user must be told about them, in the user's language: why they are
 *     synthetic, or that they are not the published bytes; empty if there is nothing to say
 */
public record Dataset(
    String name,
    LabeledImages train,
    LabeledImages test,
    String origin,
    boolean synthetic,
    String note) {}
