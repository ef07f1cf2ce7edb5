package org.gradientkata.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sums of all stubs that were ever cut, one line each: sum, blank, path from the root. By them
 * an update knows an old stub that nobody has touched from a learner's own work.
 */
public final class StubHistory {
  private static final String RESOURCE = "stub-history.txt";

  private StubHistory() {}

  /** Read when they are first asked for. */
  private static final class Known {
    static final Set<String> LINES = read();

    private static Set<String> read() {
      try (InputStream in = StubHistory.class.getResourceAsStream(RESOURCE)) {
        return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Whether a file is as this or an older version of the kit cut it.
   *
   * @param path its path from the root
   * @param text its text; how lines end doesn't matter
   * @return false as soon as anything was written into it
   */
  public static boolean isStub(String path, String text) {
    return Known.LINES.contains(line(path, text));
  }

  /**
   * The line of a stub.
   *
   * @param path its path from the root
   * @param text its text; how lines end doesn't matter
   * @return sum, blank, path
   */
  public static String line(String path, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] sum = sha.digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum) + " " + path;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A history with some lines more.
   *
   * @param history the lines so far
   * @param more others, perhaps known already
   * @return all of them, sorted by path
   */
  public static String with(String history, Iterable<String> more) {
    TreeSet<String> lines =
        new TreeSet<>(
            java.util.Comparator.comparing((String line) -> line.substring(line.indexOf(' ')))
                .thenComparing(line -> line));
    history.lines().forEach(lines::add);
    more.forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }
}
