package org.gradientkata.classroom.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a compile process answers: class files and errors, or that the compiler failed.
 *
 * @param failed whether the compiler itself broke down
 * @param classes class files by name
 * @param problems errors, each with the class of its file
 */
record Reply(boolean failed, Map<String, byte[]> classes, List<Located> problems) {
  private static final int MOST = 100_000;

  /** An error in the file of an exercise class. */
  record Located(String className, CompiledFile.Problem problem) {}

  /** The compiler broke down on these sources. */
  static Reply failure() {
    return new Reply(true, Map.of(), List.of());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(failed);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      writeText(out, entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    out.writeInt(problems.size());
    for (Located located : problems) {
      writeText(out, located.className());
      out.writeLong(located.problem().line());
      out.writeLong(located.problem().column());
      writeText(out, located.problem().message());
    }
    out.flush();
  }

  static Reply read(DataInputStream in, int mostBytes) throws IOException {
    boolean failed = in.readBoolean();
    Map<String, byte[]> classes = new TreeMap<>();
    int left = mostBytes;
    for (int i = length(in, MOST); i > 0; i--) {
      String name = readText(in, mostBytes);
      byte[] bytes = in.readNBytes(length(in, left));
      left -= bytes.length;
      classes.put(name, bytes);
    }
    List<Located> problems = new ArrayList<>();
    for (int i = length(in, MOST); i > 0; i--) {
      String className = readText(in, mostBytes);
      long line = in.readLong();
      long column = in.readLong();
      String message = readText(in, mostBytes);
      problems.add(new Located(className, new CompiledFile.Problem(line, column, message)));
    }
    return new Reply(failed, classes, problems);
  }

  /** A text of any length; {@code writeUTF} ends at 65,535 bytes. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in, int most) throws IOException {
    return new String(in.readNBytes(length(in, most)), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static int length(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a length of " + length);
    }
    return length;
  }
}
