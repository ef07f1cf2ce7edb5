package org.gradientkata.labs;

/** Hears how a run goes on, on the thread that runs it. */
public interface TrainingListener {
  /** Listens to nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * Some mini-batches have been learnt.
   *
   * @param progress how far the run is
   */
  default void advanced(TrainingProgress progress) {}

  /**
   * An epoch has ended and was measured.
   *
   * @param epoch what came of it
   */
  default void epochEnded(EpochResult epoch) {}
}
