package org.gradientkata.classroom.handout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Searches a handout for solved bodies and for good parts of them, in whatever file, however they
 * are laid out and commented; and for class files, in which a body couldn't be recognised.
 *
 * @param bodies the sources of the answers
 */
record LeakSearch(Collection<String> bodies) {
  /** Shorter ones, such as {@code return false;}, stand in any program. */
  private static final int SHORTEST = 28;

  /** Consecutive lines of an answer that are longer than this stand nowhere else by chance. */
  private static final int PART = 120;

  private static final int DEEPEST = 3;
  private static final String CLASS = "compiled class";

  /** Known-wrong twins are handed out as class files, and as nothing else. */
  private static final Pattern TWIN =
      Pattern.compile(".*/suite/twins/[^!]+\\.zip!(twin|convention)/[^!]+\\.class");

  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("//|/\\*+|\\*+/|(?m:^\\s*\\*(?=\\s))");

  /** The files that hold a body or a part of one, or are class files, with what was found. */
  List<String> in(Map<String, byte[]> files) throws IOException {
    Map<Integer, List<String>> wanted = new HashMap<>();
    for (String text : wanted()) {
      wanted.computeIfAbsent(hash(text), h -> new ArrayList<>()).add(text);
    }
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      search(file.getKey(), file.getValue(), wanted, 0, found);
    }
    return found;
  }

  /** The bodies, and each run of lines that is just long enough. */
  private Set<String> wanted() {
    Set<String> wanted = new LinkedHashSet<>();
    for (String body : bodies) {
      List<String> lines = withoutComments(body).lines().map(LeakSearch::dense).toList();
      String whole = String.join("", lines);
      if (whole.length() >= SHORTEST) {
        wanted.add(whole);
      }
      for (int first = 0; first < lines.size(); first++) {
        StringBuilder part = new StringBuilder();
        for (int next = first; next < lines.size() && part.length() < PART; next++) {
          part.append(lines.get(next));
        }
        if (part.length() >= PART) {
          wanted.add(part.toString());
        }
      }
    }
    return wanted;
  }

  private static void search(
      String name, byte[] bytes, Map<Integer, List<String>> wanted, int depth, List<String> found)
      throws IOException {
    if (starts(bytes, 0xca, 0xfe, 0xba, 0xbe)) {
      if (!TWIN.matcher(name).matches()) {
        found.add(name + ": " + CLASS);
      }
    } else if (depth < DEEPEST && starts(bytes, 'P', 'K', 3, 4)) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          search(name + "!" + entry.getName(), zip.readAllBytes(), wanted, depth + 1, found);
        }
      }
    } else if (depth < DEEPEST && starts(bytes, 0x1f, 0x8b)) {
      try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        search(name + "!", unzipped.readAllBytes(), wanted, depth + 1, found);
      }
    } else {
      String text = new String(bytes, StandardCharsets.UTF_8);
      Set<String> hits = new LinkedHashSet<>();
      hits.addAll(hits(dense(withoutComments(text)), wanted));
      // A body in a comment is a body, too.
      hits.addAll(hits(dense(MARK.matcher(text).replaceAll("")), wanted));
      hits.forEach(hit -> found.add(name + ": " + hit));
    }
  }

  /** The wanted texts that are in a text, found by the hash of their first letters. */
  private static Set<String> hits(String text, Map<Integer, List<String>> wanted) {
    Set<String> hits = new LinkedHashSet<>();
    if (text.length() < SHORTEST) {
      return hits;
    }
    int highest = 1;
    for (int i = 1; i < SHORTEST; i++) {
      highest *= 31;
    }
    int hash = hash(text);
    for (int at = 0; ; at++) {
      for (String candidate : wanted.getOrDefault(hash, List.of())) {
        if (text.startsWith(candidate, at)) {
          hits.add(candidate);
        }
      }
      if (at + SHORTEST == text.length()) {
        return hits;
      }
      hash = (hash - text.charAt(at) * highest) * 31 + text.charAt(at + SHORTEST);
    }
  }

  private static int hash(String text) {
    int hash = 0;
    for (int i = 0; i < SHORTEST; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return hash;
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutComments(String text) {
    return COMMENT.matcher(text).replaceAll("");
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }
}
