package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The last step of a launcher's build. It needs nothing but Java: the class path of everything else
 * may be longer than a line that Windows can read.
 */
final class Prepare {
  private Prepare() {}

  /**
   * Fills the toolbox of the checkout in the working directory.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    new Toolbox(Path.of("").toAbsolutePath()).fill();
  }
}
