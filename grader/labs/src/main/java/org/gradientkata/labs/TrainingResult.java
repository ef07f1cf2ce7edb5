package org.gradientkata.labs;

import java.util.List;
import org.gradientkata.datasets.Dataset;

/**
 * What came of a run.
 *
 * @param options what it was to do
 * @param dataset the images it learnt from, which may be others than asked for
 * @param machine what it was computed on
 * @param epochs each epoch in order; fewer than asked for if the loss left the numbers
 * @param parameters how many numbers were learnt
 * @param seconds time from the first weight to the last accuracy, loading of the data not included
 * @param weightsSha256 SHA-256 of all parameters, bit by bit, in lower-case hexadecimal
 */
public record TrainingResult(
    TrainingOptions options,
    Dataset dataset,
    Machine machine,
    List<EpochResult> epochs,
    long parameters,
    double seconds,
    String weightsSha256) {

  /**
   * The accuracy on the test images at the end.
   *
   * @return a number from 0 to 1
   */
  public double testAccuracy() {
    return epochs.get(epochs.size() - 1).testAccuracy();
  }

  /**
   * Time spent on learning alone.
   *
   * @return the sum of the epochs' seconds
   */
  public double trainingSeconds() {
    return epochs.stream().mapToDouble(EpochResult::seconds).sum();
  }

  /**
   * The speed of learning.
   *
   * @return images per second
   */
  public double imagesPerSecond() {
    return (double) epochs.size() * dataset.train().count() / trainingSeconds();
  }

  /**
   * Whether the run was broken off because the loss was no longer a finite number.
   *
   * @return true if the gradients exploded
   */
  public boolean exploded() {
    return !Double.isFinite(epochs.get(epochs.size() - 1).loss());
  }
}
