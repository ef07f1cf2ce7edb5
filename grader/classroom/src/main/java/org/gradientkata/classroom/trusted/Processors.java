package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processors that this process may use. A judge and its worker take turns, so they gain nothing
 * from a second one; to wake the other up on the same one takes a fifth less processor time.
 */
final class Processors {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  private Processors() {}

  /**
   * What to write before a command so that it stays on one processor, with all that it starts.
   *
   * @param turn each turn gets another one, as long as there are some
   * @return nothing where there is no such command
   */
  static List<String> keepOnOne(int turn) {
    if (!Files.isExecutable(TASKSET)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> numbers(line.substring(ALLOWED.length()).strip()))
          .findFirst()
          .map(all -> List.of(TASKSET.toString(), "-c", all.get(turn % all.size()).toString()))
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * The numbers of a list.
   *
   * @param list as Linux writes it, such as {@code 0-3,8}
   */
  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",")) {
      String[] ends = range.split("-");
      for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
