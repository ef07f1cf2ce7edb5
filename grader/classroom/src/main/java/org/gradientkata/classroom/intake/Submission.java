package org.gradientkata.classroom.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was taken out of one submission.
 *
 * @param name the name that its results bear
 * @param sources the text of the exercise files that count, by class name
 * @param sheet the quiz's answer sheet, if there is one that counts
 * @param refusedClasses classes whose file was there and was not taken
 * @param remarks what was refused, and why
 * @param refused whether the submission as a whole could not be read
 */
public record Submission(
    String name,
    Map<String, String> sources,
    Optional<String> sheet,
    Set<String> refusedClasses,
    List<Remark> remarks,
    boolean refused) {

  /** A submission that could not be read at all. */
  static Submission refused(String name, Remark why) {
    return new Submission(name, Map.of(), Optional.empty(), Set.of(), List.of(why), true);
  }

  /**
   * The content as a number: equal for equal files, whatever they came in.
   *
   * @return SHA-256 as 64 hexadecimal digits
   */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(sources).forEach((name, text) -> update(digest, name, text));
      update(digest, "sheet", sheet.orElse(""));
      update(digest, "refused", refused + " " + new java.util.TreeSet<>(refusedClasses));
      update(digest, "remarks", remarks.toString());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The lengths keep one text from running into the next. */
  private static void update(MessageDigest digest, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
