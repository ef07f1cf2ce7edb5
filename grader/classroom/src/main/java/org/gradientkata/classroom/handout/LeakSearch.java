package org.gradientkata.classroom.handout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Searches a handout for solved bodies, in whatever file and however they are laid out.
 *
 * @param bodies the sources of the answers
 */
record LeakSearch(Collection<String> bodies) {
  /** Shorter ones, such as {@code return false;}, stand in any program. */
  private static final int SHORTEST = 28;

  private static final int DEEPEST = 3;

  /** The files that hold a body, with what was found. */
  List<String> in(Map<String, byte[]> files) throws IOException {
    List<String> wanted =
        bodies.stream().map(LeakSearch::dense).filter(b -> b.length() >= SHORTEST).toList();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      search(file.getKey(), file.getValue(), wanted, 0, found);
    }
    return found;
  }

  private static void search(
      String name, byte[] bytes, List<String> wanted, int depth, List<String> found)
      throws IOException {
    if (depth < DEEPEST && isZip(bytes)) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          search(name + "!" + entry.getName(), zip.readAllBytes(), wanted, depth + 1, found);
        }
      }
      return;
    }
    String text = dense(new String(bytes, StandardCharsets.UTF_8));
    for (String body : wanted) {
      if (text.contains(body)) {
        found.add(name + ": " + body);
      }
    }
  }

  private static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }
}
