package org.gradientkata.datasets;

/** The way to the data: MNIST and Fashion-MNIST, or synthetic digits where they can't be had. */
public final class Datasets {

  private Datasets() {}

  /**
   * Loads a set, from disk or, the first time, from a mirror.
   *
   * <p>Files in the checkout and in the cache must have the published SHA-256; a damaged file in
   * the cache is downloaded again. Files in an explicitly named folder may be others (a subset,
   * say); the record's note then says so.
   *
   * @param set which set
   * @param progress hears of a download
   * @return the images, all in memory (about 55 MB)
   * @throws DatasetException if the set can't be had, or if an explicitly named folder, the
   *     checkout's folder or one of their files is not as it should be
   */
  public static Dataset load(ImageSet set, Progress progress) throws DatasetException {
    return new DatasetLoader(new DatasetFinder()).load(set, progress);
  }

  /**
   * Loads a set, or draws 60,000 and 10,000 synthetic digits (seeds 1 and 2) if it can't be
   * downloaded. They are digits also where clothing was asked for.
   *
   * <p>The caller must say so loudly: {@link Dataset#synthetic()} is true then and {@link
   * Dataset#note()} holds the reason.
   *
   * @param set which set
   * @param progress hears of a download
   * @return the set, or the synthetic digits
   * @throws DatasetException if an explicitly named folder, the checkout's folder or one of their
   *     files is not as it should be (what someone put there is never silently replaced), or if the
   *     thread was interrupted during a download
   */
  public static Dataset loadOrSynthetic(ImageSet set, Progress progress) throws DatasetException {
    return new DatasetLoader(new DatasetFinder()).loadOrSynthetic(set, progress);
  }

  /**
   * Draws 60,000 and 10,000 synthetic digits (seeds 1 and 2), because they are wanted.
   *
   * @return the digits, with an empty note
   */
  public static Dataset synthetic() {
    return DatasetLoader.synthetic("");
  }
}
