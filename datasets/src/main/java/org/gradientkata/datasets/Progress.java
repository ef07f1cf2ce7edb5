package org.gradientkata.datasets;

/** Hears how far a download is; the command line draws its bar from it. */
@FunctionalInterface
public interface Progress {

  /** Listens to nothing. */
  Progress NONE = (file, done, total) -> {};

  /**
   * More bytes of a file have arrived. Called on the thread that asked for the data, at most about
   * ten times a second, and once more when the file is complete. After a failed attempt {@code
   * done} starts again from 0.
   *
   * @param file the file's name, such as {@code train-images-idx3-ubyte.gz}
   * @param done bytes received so far
   * @param total bytes to come in all, or −1 where the server does not say
   */
  void advanced(String file, long done, long total);
}
