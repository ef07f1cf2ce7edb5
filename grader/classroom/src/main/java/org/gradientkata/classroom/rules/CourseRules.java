package org.gradientkata.classroom.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.suite.Catalogue;

/**
 * What a course forbids beyond the kit's own rules, which hold whatever stands here. Read from a
 * small YAML file, which {@code docs/rules.schema.json} describes.
 *
 * @param bans in the order of the file
 */
public record CourseRules(List<Ban> bans) {
  private static final int MOST_LINES = 5;

  /**
   * No rules but the kit's.
   *
   * @return rules that forbid nothing
   */
  public static CourseRules none() {
    return new CourseRules(List.of());
  }

  /**
   * The rules in a line, for what depends on them.
   *
   * @return the same text for the same rules; empty if there are none
   */
  public String words() {
    return bans.stream().map(Ban::words).collect(Collectors.joining("; "));
  }

  /**
   * Which exercises the reference itself solves with what is forbidden: whoever does the same gets
   * no points.
   *
   * @param solutions folder of the reference's class files
   * @return a sentence for each
   * @throws IOException if it can't be read
   */
  public List<String> remarks(Path solutions) throws IOException {
    Map<String, Map<String, byte[]>> files = new TreeMap<>();
    for (String exercise : Catalogue.exercises()) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        files.put(place.className(), reference(solutions, place.className()));
      }
    }
    List<String> remarks = new ArrayList<>();
    broken(files, Catalogue.exercises())
        .forEach(
            (exercise, lines) ->
                remarks.add(ClassroomTexts.get("rules.reference", exercise, lines.get(0))));
    return remarks;
  }

  private static Map<String, byte[]> reference(Path solutions, String className)
      throws IOException {
    Path file = solutions.resolve(className.replace('.', '/') + ".class");
    String start = file.getFileName().toString().replace(".class", "");
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> all = Files.list(file.getParent())) {
      for (Path each : all.toList()) {
        String name = each.getFileName().toString().replace(".class", "");
        if (name.equals(start) || name.startsWith(start + "$")) {
          classes.put(
              className.substring(0, className.lastIndexOf('.') + 1) + name,
              Files.readAllBytes(each));
        }
      }
    }
    return classes;
  }

  /**
   * Finds what breaks the rules.
   *
   * @param files class files by the exercise class in whose file they were
   * @param exercises which are looked at
   * @return for each exercise that breaks a rule, what a learner is told, in lines
   */
  Map<String, List<String>> broken(Map<String, Map<String, byte[]>> files, List<String> exercises) {
    Map<String, List<String>> broken = new TreeMap<>();
    Supertypes supertypes = new Supertypes(files);
    Map<String, Set<ClassUses.Use>> known = new LinkedHashMap<>();
    for (String exercise : exercises) {
      List<Ban> concerned = bans.stream().filter(b -> b.concerns(exercise)).toList();
      if (!concerned.isEmpty()) {
        List<String> lines = lines(concerned, uses(exercise, files, known), supertypes);
        if (!lines.isEmpty()) {
          broken.put(exercise, lines);
        }
      }
    }
    return broken;
  }

  private static List<String> lines(
      List<Ban> bans, Set<ClassUses.Use> uses, Supertypes supertypes) {
    List<String> lines = new ArrayList<>();
    for (Ban ban : bans) {
      Map<String, String> byPlace = new LinkedHashMap<>();
      for (ClassUses.Use use : uses) {
        if (ban.forbids(use, supertypes.of(use.owner()))) {
          String text = ClassroomTexts.get("rules.uses", use.place(), use.name());
          // The member says more than its class alone.
          byPlace.merge(use.place(), text, (a, b) -> use.member().isEmpty() ? a : b);
        }
      }
      // A file without a line, such as for a type in a signature, says less than one with it.
      Set<String> places = Set.copyOf(byPlace.keySet());
      byPlace.keySet().removeIf(p -> places.stream().anyMatch(o -> o.startsWith(p + ":")));
      byPlace.values().stream().limit(MOST_LINES).forEach(lines::add);
      if (byPlace.size() > MOST_LINES) {
        lines.add(ClassroomTexts.get("rules.more", byPlace.size() - MOST_LINES));
      }
      if (!byPlace.isEmpty()) {
        lines.add(ban.text());
      }
    }
    return lines;
  }

  /**
   * What the classes of an exercise use, and what those use that a learner added, in whichever file
   * they stand. What is nested in another exercise's class belongs to that exercise.
   */
  private static Set<ClassUses.Use> uses(
      String exercise,
      Map<String, Map<String, byte[]>> files,
      Map<String, Set<ClassUses.Use>> known) {
    Map<String, byte[]> all = new TreeMap<>();
    files.values().forEach(all::putAll);
    Deque<String> open = new ArrayDeque<>();
    for (Catalogue.Place place : Catalogue.places(exercise)) {
      open.addAll(files.getOrDefault(place.className(), Map.of()).keySet());
    }
    Set<String> seen = new HashSet<>(open);
    Set<ClassUses.Use> uses = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String next = open.remove();
      Set<ClassUses.Use> own = known.computeIfAbsent(next, n -> ClassUses.of(all.get(n)));
      uses.addAll(own);
      own.stream()
          .map(ClassUses.Use::owner)
          .filter(all::containsKey)
          .filter(owner -> !Catalogue.isAnswer(owner.replaceFirst("\\$.*", "")))
          .filter(seen::add)
          .forEach(open::add);
    }
    return uses;
  }
}
