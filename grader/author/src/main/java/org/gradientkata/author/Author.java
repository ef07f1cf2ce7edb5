package org.gradientkata.author;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The author's commands for a build without {@code kata}: {@code cut} and {@code cut --check}. */
public final class Author {
  private Author() {}

  /**
   * Runs a command.
   *
   * @param args {@code ROOT cut} or {@code ROOT cut --check}
   */
  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) {
    if (args.length < 2 || !args[1].equals("cut")) {
      out.println("usage: ROOT cut [--check]");
      return 2;
    }
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    try {
      Cut cut = new Cut(root, classPath());
      boolean check = Arrays.asList(args).contains("--check");
      List<Path> files = check ? cut.differences() : cut.write();
      files.forEach(
          f -> out.println((check ? "differs from the cut: " : "cut ") + root.relativize(f)));
      return check && !files.isEmpty() ? 1 : 0;
    } catch (AuthorException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
