package org.gradientkata.labs.experiment;

/** Something that might make a deep network learn which doesn't by itself. */
interface Cure {

  /** Short, the same in every language. */
  String id();

  /** The learning rate as it is stated in the table; empty if there is none. */
  String learningRate();

  /** How many times as long as a plain training it takes, roughly. */
  double cost();

  /**
   * Trains a network.
   *
   * @param task the network and the images
   * @param seed where the random numbers start
   * @param deadline stops early when it is over
   * @param progress hears how far it is
   */
  Outcome run(DeepTask task, long seed, Deadline deadline, LabProgress progress);

  /**
   * What came of it.
   *
   * @param norms gradient norm of each weight matrix before the training, from the input on; empty
   *     where no gradient is asked for
   * @param accuracy on all test images
   * @param seconds it took, without measuring
   * @param iterations steps that were made, or networks that were tried
   */
  record Outcome(double[] norms, double accuracy, double seconds, int iterations) {}
}
