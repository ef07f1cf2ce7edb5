package org.gradientkata.suite.quiz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what a handout says to an answer under that answer, so that nothing tells the right one
 * at a glance. A deterrent and no more: four options are four guesses, and the program that makes
 * them comes along.
 */
public final class Seal {
  private static final int ROUNDS = 1_000;
  private static final int KEY_BITS = 256;
  private static final int TAG_BITS = 128;
  private static final int VECTOR_BYTES = 12;

  /** All texts of about the same length look alike, the long explanation of the right one too. */
  private static final int BLOCK = 1_024;

  private Seal() {}

  /**
   * Seals a text. The same arguments give the same result, so that handouts can be compared.
   *
   * @param question id of the question
   * @param answer the answer to which the text belongs
   * @param text what to say to it
   * @return letters, digits and a few signs
   */
  public static String close(String question, String answer, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] padded = Arrays.copyOf(bytes, (bytes.length / BLOCK + 1) * BLOCK);
      byte[] vector =
          Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(padded), VECTOR_BYTES);
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, question, answer, vector).doFinal(padded);
      byte[] all = Arrays.copyOf(vector, vector.length + secret.length);
      System.arraycopy(secret, 0, all, vector.length, secret.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES or PBKDF2", e);
    }
  }

  /**
   * Opens a text.
   *
   * @param question id of the question
   * @param answer an answer
   * @param cipherText what {@link #close} made
   * @return the text, if it was sealed under this answer
   * @throws IllegalArgumentException if it is no sealed text at all
   */
  public static Optional<String> open(String question, String answer, String cipherText) {
    byte[] all = Base64.getDecoder().decode(cipherText);
    if (all.length <= VECTOR_BYTES) {
      throw new IllegalArgumentException("too short for a sealed text");
    }
    byte[] vector = Arrays.copyOf(all, VECTOR_BYTES);
    try {
      byte[] padded =
          cipher(Cipher.DECRYPT_MODE, question, answer, vector)
              .doFinal(all, VECTOR_BYTES, all.length - VECTOR_BYTES);
      int length = padded.length;
      while (length > 0 && padded[length - 1] == 0) {
        length--;
      }
      return Optional.of(new String(padded, 0, length, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES or PBKDF2", e);
    }
  }

  private static Cipher cipher(int mode, String question, String answer, byte[] vector)
      throws GeneralSecurityException {
    byte[] salt = ("gradient-kata quiz " + question).getBytes(StandardCharsets.UTF_8);
    PBEKeySpec password = new PBEKeySpec(answer.toCharArray(), salt, ROUNDS, KEY_BITS);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(password).getEncoded();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, vector));
    return cipher;
  }
}
