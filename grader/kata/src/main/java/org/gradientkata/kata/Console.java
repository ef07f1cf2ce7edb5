package org.gradientkata.kata;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Where the commands print to. Always UTF-8, whatever the platform's default is.
 *
 * @param out for results
 * @param err for what went wrong
 * @param terminal whether a person watches {@code out}: lines may then be overwritten
 * @param color whether colours are wanted
 * @param columns width of the terminal, or 80
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal, boolean color, int columns) {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;

  /** The console of this process, as the launcher and the environment describe it. */
  static Console ofThisProcess() {
    Map<String, String> environment = System.getenv();
    boolean terminal = isTerminal(environment);
    int columns = columns(System.getProperty("kata.columns"), environment.get("COLUMNS"));
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    return new Console(
        terminal ? new WrappingWriter(out, columns) : out,
        terminal ? new WrappingWriter(err, columns) : err,
        terminal,
        terminal && wantsColor(environment),
        columns);
  }

  /** The bash launcher asks the shell, which knows best; otherwise the JVM is asked. */
  private static boolean isTerminal(Map<String, String> environment) {
    String told = System.getProperty("kata.terminal");
    boolean terminal = told == null ? jvmSeesTerminal() : Boolean.parseBoolean(told);
    return terminal && !"dumb".equals(environment.get("TERM"));
  }

  /** From JDK 22 on there is a console even without a terminal, but it can be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean jvmSeesTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** See no-color.org. The classic Windows console shows colour codes as letters. */
  static boolean wantsColor(Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return !windows || environment.containsKey("WT_SESSION") || environment.containsKey("TERM");
  }

  static int columns(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && candidate.matches("[1-9]\\d{0,3}")) {
        return Math.max(FEWEST_COLUMNS, Integer.parseInt(candidate));
      }
    }
    return USUAL_COLUMNS;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
