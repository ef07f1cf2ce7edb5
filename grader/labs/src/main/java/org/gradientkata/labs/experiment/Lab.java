package org.gradientkata.labs.experiment;

/** An experiment. The same parameters give the same figures. */
public interface Lab {

  /**
   * The name on the command line, and of the files.
   *
   * @return such as {@code saturate}
   */
  String name();

  /**
   * Runs it.
   *
   * @param texts the reader's language
   * @param progress hears how far it is
   * @return what came of it
   */
  LabReport run(LabTexts texts, LabProgress progress);
}
