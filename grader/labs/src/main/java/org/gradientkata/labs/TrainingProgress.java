package org.gradientkata.labs;

/**
 * How far a run is.
 *
 * @param epoch the epoch that is going on, from 1
 * @param imagesSeen images since the start of the run, repetitions counted
 * @param imagesInAll what {@code imagesSeen} will be at the end
 * @param loss mean loss over the latest mini-batches
 * @param imagesPerSecond over all the time spent on learning so far
 */
public record TrainingProgress(
    int epoch, long imagesSeen, long imagesInAll, double loss, double imagesPerSecond) {}
