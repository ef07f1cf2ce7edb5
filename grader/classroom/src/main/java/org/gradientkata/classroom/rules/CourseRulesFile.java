package org.gradientkata.classroom.rules;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.QuizProblem;
import org.gradientkata.suite.quiz.YamlDocument;
import org.gradientkata.suite.quiz.YamlEntry;

/**
 * A course's rules as they stand in their file. Whatever is wrong with it is said with its line,
 * and nothing of it counts: a name with a slip of the pen would forbid nothing.
 */
public final class CourseRulesFile {
  private static final Set<String> KEYS = Set.of("api", "exercises", "reason");

  private final Path file;

  private CourseRulesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads rules.
   *
   * @param file YAML
   * @return the rules
   * @throws ClassroomMistake if something in it is wrong
   * @throws IOException if it can't be read
   */
  public static CourseRules read(Path file) throws IOException {
    try {
      YamlDocument document = new YamlDocument(file.toString());
      YamlEntry root =
          document
              .root(Files.readString(file))
              .map(document::entry)
              .orElseThrow(() -> new ClassroomMistake("rules.empty", file));
      root.allow(Set.of("forbid"));
      CourseRulesFile read = new CourseRulesFile(file);
      List<Ban> bans = new ArrayList<>();
      for (YamlEntry entry : root.entries("forbid")) {
        bans.add(read.ban(entry));
      }
      if (bans.isEmpty()) {
        throw new ClassroomMistake("rules.empty", file);
      }
      return new CourseRules(List.copyOf(bans));
    } catch (QuizProblem e) {
      throw new ClassroomMistake("rules.wrong", e.place(), e.detail());
    } catch (MalformedInputException e) {
      throw new ClassroomMistake("intake.roster.encoding", file);
    }
  }

  private Ban ban(YamlEntry entry) {
    entry.allow(KEYS);
    String api = entry.text("api");
    Ban.Kind kind = kind(entry, api);
    List<String> exercises =
        entry.keys().contains("exercises") ? entry.texts("exercises") : List.of();
    for (String exercise : exercises) {
      if (Catalogue.places(exercise).isEmpty()) {
        String known = String.join(", ", Catalogue.exercises());
        throw wrong(entry, "exercises", "no-exercise", exercise, known);
      }
    }
    String reason = entry.optional("reason").orElse("");
    return new Ban(api, kind, exercises, String.join(" ", reason.lines().toList()));
  }

  private Ban.Kind kind(YamlEntry entry, String api) {
    if (api.indexOf('#') >= 0) {
      String owner = Ban.ownerOf(api);
      Class<?> type = load(owner);
      if (type == null) {
        throw wrong(entry, "api", "no-class", owner);
      }
      if (members(type).noneMatch(Ban.memberOf(api)::equals)) {
        throw wrong(entry, "api", "no-member", owner, api.substring(api.indexOf('#') + 1));
      }
      return Ban.Kind.MEMBER;
    }
    if (load(api) != null) {
      return Ban.Kind.CLASS;
    }
    if (!isPackage(api)) {
      throw wrong(entry, "api", "no-api", api);
    }
    return Ban.Kind.PACKAGE;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CourseRulesFile.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static Stream<String> members(Class<?> type) {
    Stream<String> constructors = Arrays.stream(type.getConstructors()).map(c -> "<init>");
    Stream<String> methods = Arrays.stream(type.getMethods()).map(m -> m.getName());
    Stream<String> fields = Arrays.stream(type.getFields()).map(f -> f.getName());
    return Stream.of(constructors, methods, fields).flatMap(s -> s);
  }

  private static boolean isPackage(String name) {
    if (!name.matches("\\w+(\\.\\w+)*")) {
      return false;
    }
    boolean ofJdk =
        ModuleLayer.boot().modules().stream()
            .flatMap(m -> m.getPackages().stream())
            .anyMatch(p -> p.equals(name) || p.startsWith(name + "."));
    String folder = name.replace('.', '/');
    ClassLoader loader = CourseRulesFile.class.getClassLoader();
    return ofJdk || loader.getResource(folder + "/") != null || loader.getResource(folder) != null;
  }

  private ClassroomMistake wrong(YamlEntry entry, String key, String text, Object... arguments) {
    String place = file + ":" + entry.line(key);
    return new ClassroomMistake(
        "rules.wrong", place, ClassroomTexts.get("rules." + text, arguments));
  }
}
