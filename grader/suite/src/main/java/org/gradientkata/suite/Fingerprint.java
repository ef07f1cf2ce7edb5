package org.gradientkata.suite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sum over parts, by which two lists of parts can be told apart: SHA-256. */
public final class Fingerprint {
  private final MessageDigest digest;

  /** A sum over nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /**
   * Adds a part.
   *
   * @param text a text; not the same as no text
   * @return this
   */
  public Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a part, with its length, so that no two lists of parts look alike.
   *
   * @param part any bytes
   * @return this
   */
  public Fingerprint add(byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(part);
    return this;
  }

  /**
   * The sum; it begins anew.
   *
   * @return 64 hexadecimal digits
   */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
