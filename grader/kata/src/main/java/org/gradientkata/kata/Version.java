package org.gradientkata.kata;

import picocli.CommandLine;

/** What {@code --version} says. */
final class Version implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Gradient Kata " + (version == null ? "" : version),
      "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
    };
  }
}
