package org.gradientkata.labs.experiment;

/** Hears how far a lab is, on the thread that runs it. */
public interface LabProgress {
  /** Listens to nothing. */
  LabProgress NONE = (done, all) -> {};

  /**
   * Another piece is done.
   *
   * @param done pieces so far
   * @param all pieces in all
   */
  void advanced(long done, long all);
}
