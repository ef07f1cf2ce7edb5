package org.gradientkata.classroom.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * What the verdict on an exercise depends on, as hashes: its classes, those of all exercises that
 * it builds on, the predecessors that it is judged on, and the seed.
 *
 * @param exact of the class files as they are, with the line numbers that messages name
 * @param code of the code alone: the same for answers that differ in layout, comments and names of
 *     local variables
 */
record ClosureKey(String exact, String code) {

  /** The key of an exercise in a case; the names are the exercise's own and its predecessors'. */
  static ClosureKey of(Judge.Case answers, Iterable<String> closure) {
    MessageDigest exact = sha256();
    MessageDigest code = sha256();
    for (MessageDigest each : new MessageDigest[] {exact, code}) {
      add(each, answers.predecessors().name());
      add(each, Long.toString(answers.seed()));
    }
    for (String exercise : closure) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        CompiledFile file = answers.files().get(place.className());
        add(exact, place.className());
        add(code, place.className());
        if (file != null) {
          add(exact, file.status().name());
          add(code, file.status().name());
          for (Map.Entry<String, byte[]> each : new TreeMap<>(file.classes()).entrySet()) {
            add(exact, each.getKey());
            add(code, each.getKey());
            add(exact, each.getValue());
            add(code, withoutDebug(each.getValue()));
          }
          add(exact, new TreeSet<>(file.refused()).toString());
          add(code, new TreeSet<>(file.refused()).toString());
        }
      }
    }
    return new ClosureKey(hex(exact), hex(code));
  }

  private static byte[] withoutDebug(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes).accept(writer, ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length, so that no two lists of parts look alike. */
  private static void add(MessageDigest digest, byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
