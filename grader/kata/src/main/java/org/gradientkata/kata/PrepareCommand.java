package org.gradientkata.kata;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The last step of the launcher's build. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    new Toolbox(Kit.here().root()).fill();
    return Kata.OK;
  }
}
