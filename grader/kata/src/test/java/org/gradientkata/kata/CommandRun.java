package org.gradientkata.kata;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that was run in this JVM.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CommandRun(int code, String out, String err) {
  private static final String LANGUAGE = "kata.lang";

  /** Runs a command in English, as if no person watched. */
  static CommandRun of(String... args) {
    return in("en", args);
  }

  /** Runs a command in a language, and leaves no trace in the system's properties. */
  static CommandRun in(String language, String... args) {
    return in(language, 80, args);
  }

  /** The same in a terminal that is narrower or wider, but not watched. */
  static CommandRun in(String language, int columns, String... args) {
    String before = System.getProperty(LANGUAGE);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    System.setProperty(LANGUAGE, language);
    try {
      Console console =
          new Console(
              new PrintWriter(out, true), new PrintWriter(err, true), false, false, columns);
      int code = Kata.run(args, console);
      return new CommandRun(code, out.toString(), err.toString());
    } finally {
      if (before == null) {
        System.clearProperty(LANGUAGE);
      } else {
        System.setProperty(LANGUAGE, before);
      }
    }
  }
}
