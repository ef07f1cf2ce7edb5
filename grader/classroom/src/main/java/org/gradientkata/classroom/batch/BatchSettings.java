package org.gradientkata.classroom.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a result depends on besides the submission: the content of {@code batch.json}.
 *
 * @param version of this form
 * @param kit version and digest of the kit
 * @param seed of the random inputs
 * @param language of the messages
 * @param isolation what answers run in
 * @param advisory whether nothing keeps the answers from the grader
 * @param limits what answers may use up, in words
 * @param rules what the course forbids beyond the kit's own rules; empty if nothing
 * @param shard the part of the submissions that was graded, such as {@code 0/1}
 */
public record BatchSettings(
    int version,
    String kit,
    long seed,
    String language,
    String isolation,
    boolean advisory,
    String limits,
    String rules,
    String shard) {
  /** Of the files that a batch writes. */
  public static final int VERSION = 1;

  /** What stands for the kit where others ran the tests. */
  public static final String REPORTS = "surefire reports";

  /**
   * Whether the points were read from reports that learners' own builds wrote.
   *
   * @return false if this program ran the tests
   */
  public boolean fromReports() {
    return kit.equals(REPORTS);
  }

  /**
   * What makes a result the same.
   *
   * @param input the hash of a submission
   * @return 64 hexadecimal digits
   */
  public String key(String input) {
    String all = String.join("\n", input, kit, "" + seed, language, isolation, limits);
    all += rules.isEmpty() ? "" : "\n" + rules;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The same for another part of the submissions.
   *
   * @param other the part
   * @return settings
   */
  public BatchSettings withShard(String other) {
    return new BatchSettings(
        version, kit, seed, language, isolation, advisory, limits, rules, other);
  }
}
