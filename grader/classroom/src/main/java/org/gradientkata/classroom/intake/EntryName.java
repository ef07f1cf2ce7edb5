package org.gradientkata.classroom.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.AnswerSheet;

/**
 * The name of an entry: its folders and its file, with {@code /} between them whatever wrote it.
 *
 * @param path as it is shown
 */
record EntryName(String path) {
  private static final int LONGEST = 1_000;
  private static final Set<String> NOT_LOOKED_AT = Set.of(".git", "__macosx", "target");
  private static final Set<String> WANTED =
      Catalogue.exercises().stream()
          .flatMap(e -> Catalogue.places(e).stream())
          .map(p -> fileOf(p.className()))
          .collect(Collectors.toUnmodifiableSet());

  /** The name of the quiz's answer sheet. */
  static final String SHEET = AnswerSheet.PLACE.substring(AnswerSheet.PLACE.lastIndexOf('/') + 1);

  /** A name out of an archive. */
  static EntryName of(String raw) {
    return new EntryName(raw.replace('\\', '/'));
  }

  /** Why the name is not one of a file inside the submission. */
  Optional<Remark> problem() {
    if (path.length() > LONGEST || path.codePoints().anyMatch(Remark::isOdd)) {
      return Optional.of(Remark.of("name.odd", path));
    }
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
      return Optional.of(Remark.of("name.absolute", path));
    }
    if (segments().contains("..")) {
      return Optional.of(Remark.of("name.outside", path));
    }
    return Optional.empty();
  }

  /** Whether it lies in a folder that holds no sources: Git's, Maven's, the Mac's. */
  boolean isAside() {
    return file().startsWith("._")
        || segments().stream().anyMatch(s -> NOT_LOOKED_AT.contains(s.toLowerCase(Locale.ROOT)));
  }

  /** Whether an exercise file has this name. */
  boolean isWanted() {
    return WANTED.contains(file()) || file().equals(SHEET);
  }

  /** The exercise file whose name differs from this one only in capitals. */
  Optional<String> wantedButForCase() {
    return isWanted()
        ? Optional.empty()
        : WANTED.stream().filter(w -> w.equalsIgnoreCase(file())).findFirst();
  }

  boolean isZip() {
    return file().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Whether it is, or ends with, another path. */
  boolean endsWith(String other) {
    return path.equals(other) || path.endsWith("/" + other);
  }

  int depth() {
    return segments().size();
  }

  String file() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> segments() {
    return Arrays.asList(path.split("/"));
  }

  private static String fileOf(String className) {
    return className.substring(className.lastIndexOf('.') + 1) + ".java";
  }
}
