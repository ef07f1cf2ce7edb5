package org.gradientkata.classroom.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.AnswerSheet;

/** The exercise files that were met in a submission, and which of them count. */
final class FoundFiles {
  private static final int MOST_REMARKS = 20;

  /** Files by what they are: a class name, or {@link #SHEET}. */
  private final Map<String, List<Found>> found = new TreeMap<>();

  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> refused = new TreeSet<>();
  private int unsaid;

  private static final String SHEET = "";

  private record Found(EntryName name, String text) {}

  /** Something is to be said; after many words the rest is only counted. */
  void remark(Remark remark) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(remark);
    } else {
      unsaid++;
    }
  }

  /**
   * An exercise file that can't be taken: the exercise it would have been for is not just empty.
   */
  void refuse(EntryName name, Remark remark) {
    remark(remark);
    classes(c -> (simpleName(c) + ".java").equals(name.file())).forEach(refused::add);
  }

  /** A file with the name of an exercise file. */
  void add(EntryName name, byte[] content) {
    String text = decoded(content);
    if (name.file().equals(EntryName.SHEET)) {
      found.computeIfAbsent(SHEET, k -> new ArrayList<>()).add(new Found(name, text));
      return;
    }
    String simpleName = name.file().replace(".java", "");
    String declared = PackageName.of(text);
    Optional<String> className =
        classes(c -> simpleName(c).equals(simpleName))
            .filter(c -> packageOf(c).equals(declared) || name.endsWith(pathOf(c)))
            .findFirst();
    if (className.isEmpty()) {
      remark(Remark.of("other-package", name.path(), declared.isEmpty() ? "-" : declared));
      return;
    }
    found.computeIfAbsent(className.get(), k -> new ArrayList<>()).add(new Found(name, text));
  }

  boolean isEmpty() {
    return found.isEmpty() && refused.isEmpty();
  }

  /** The submission that these files make. */
  Submission submission(String name) {
    Map<String, String> sources = new LinkedHashMap<>();
    Optional<String> sheet = Optional.empty();
    for (Map.Entry<String, List<Found>> entry : found.entrySet()) {
      boolean isSheet = entry.getKey().equals(SHEET);
      String place =
          isSheet ? AnswerSheet.PLACE : "exercises/src/main/java/" + pathOf(entry.getKey());
      Optional<String> text = theOne(entry.getValue(), place);
      if (text.isEmpty() && !isSheet) {
        refused.add(entry.getKey());
      } else if (isSheet) {
        sheet = text;
      } else {
        sources.put(entry.getKey(), text.get());
      }
    }
    refused.removeAll(sources.keySet());
    if (unsaid > 0) {
      remarks.add(Remark.of("more", unsaid));
    }
    if (sources.isEmpty() && sheet.isEmpty() && refused.isEmpty()) {
      remarks.add(Remark.of("nothing"));
    }
    return new Submission(name, sources, sheet, Set.copyOf(refused), List.copyOf(remarks), false);
  }

  /** Copies that are alike are one; of others the one counts that lies where the stub was. */
  private Optional<String> theOne(List<Found> files, String place) {
    Optional<String> only = onlyText(files);
    if (only.isEmpty()) {
      only = onlyText(files.stream().filter(f -> f.name().endsWith(place)).toList());
    }
    if (only.isEmpty()) {
      Found first = files.get(0);
      Found other = files.stream().filter(f -> !f.text().equals(first.text())).findFirst().get();
      boolean onlyCase = first.name().path().equalsIgnoreCase(other.name().path());
      remark(Remark.of(onlyCase ? "case" : "twice", first.name().path(), other.name().path()));
    }
    return only;
  }

  private static Optional<String> onlyText(List<Found> files) {
    Set<String> texts = new LinkedHashSet<>();
    files.forEach(f -> texts.add(f.text()));
    return texts.size() == 1 ? Optional.of(texts.iterator().next()) : Optional.empty();
  }

  private static java.util.stream.Stream<String> classes(Predicate<String> wanted) {
    return Catalogue.exercises().stream()
        .flatMap(e -> Catalogue.places(e).stream())
        .map(Catalogue.Place::className)
        .filter(wanted);
  }

  /**
   * As the compiler reads it: what is no UTF-8 becomes a question mark, a mark at the front goes.
   */
  private static String decoded(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('.'));
  }

  private static String pathOf(String className) {
    return className.replace('.', '/') + ".java";
  }
}
