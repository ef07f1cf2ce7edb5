package org.gradientkata.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that trains a network and prints each epoch's images per second.
 *
 * @param name what it is called in the table
 * @param command how it is started; the hidden layers, the number of epochs and the folder of the
 *     data are added
 * @param environment further variables
 */
record Contestant(String name, List<String> command, Map<String, String> environment) {
  private static final String SPEED = "images/s ";
  private static final String WITH = "with ";

  /**
   * What a run came to.
   *
   * @param imagesPerSecond the median over its epochs, the first left out: it warms up
   * @param with the libraries that the program says it used
   */
  record Run(double imagesPerSecond, String with) {}

  Run run(String hidden, int epochs, String folder) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(hidden, String.valueOf(epochs), folder));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<Double> speeds = new ArrayList<>();
    List<String> words = new ArrayList<>();
    String with = "";
    try (BufferedReader output = process.inputReader()) {
      for (String said = output.readLine(); said != null; said = output.readLine()) {
        if (said.startsWith(SPEED)) {
          speeds.add(Double.valueOf(said.substring(SPEED.length())));
        } else if (said.startsWith(WITH)) {
          with = said.substring(WITH.length());
        } else {
          words.add(said);
        }
      }
    }
    if (process.waitFor() != 0 || speeds.size() != epochs) {
      throw new IOException(name + " failed: " + String.join("\n", words));
    }
    return new Run(new Spread(speeds.subList(1, epochs)).median(), with);
  }
}
