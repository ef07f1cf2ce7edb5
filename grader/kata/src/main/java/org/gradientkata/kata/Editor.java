package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens a file in the learner's editor. */
final class Editor {
  /** A path with blanks stands in quotes. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private static final String WAYLAND = "WAYLAND_DISPLAY";

  private Editor() {}

  /**
   * The command that the environment names, or the one by which the system opens files; none
   * without either.
   */
  static List<String> command(Map<String, String> environment, String system) {
    for (String name : List.of("KATA_EDITOR", "VISUAL", "EDITOR")) {
      String named = environment.getOrDefault(name, "").strip();
      if (!named.isEmpty()) {
        return WORD.matcher(named)
            .results()
            .map(word -> word.group(1) != null ? word.group(1) : word.group())
            .toList();
      }
    }
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return List.of("cmd", "/c", "start", "");
    }
    if (lower.startsWith("mac")) {
      return List.of("open");
    }
    // Without a display xdg-open shows the file and can't change it.
    boolean display = environment.containsKey("DISPLAY") || environment.containsKey(WAYLAND);
    return display ? List.of("xdg-open") : List.of();
  }

  /** What opens files here, as a reader of messages knows it. */
  static String name() {
    return String.join(" ", command()).strip();
  }

  private static List<String> command() {
    return command(System.getenv(), System.getProperty("os.name", ""));
  }

  /** Opens a file and waits until the command ends, which with a window is at once. */
  static boolean open(Path file) {
    List<String> command = new ArrayList<>(command());
    if (command.isEmpty()) {
      return false;
    }
    command.add(file.toString());
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
