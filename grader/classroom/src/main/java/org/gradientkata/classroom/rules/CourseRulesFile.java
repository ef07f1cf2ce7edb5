package org.gradientkata.classroom.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.CourseYaml;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.YamlEntry;

/**
 * A course's rules as they stand in their file. Whatever is wrong with it is said with its line,
 * and nothing of it counts: a name with a slip of the pen would forbid nothing.
 */
public final class CourseRulesFile {
  private static final Set<String> KEYS = Set.of("api", "exercises", "reason");

  private final CourseYaml yaml;

  private CourseRulesFile(CourseYaml yaml) {
    this.yaml = yaml;
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
    return CourseYaml.read(file, "rules", yaml -> new CourseRulesFile(yaml).rules());
  }

  private CourseRules rules() {
    yaml.root().allow(Set.of("forbid"));
    List<Ban> bans = yaml.root().entries("forbid").stream().map(this::ban).toList();
    if (bans.isEmpty()) {
      throw new ClassroomMistake("rules.empty", yaml.file());
    }
    return new CourseRules(bans);
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
        throw yaml.wrong(entry, "exercises", "no-exercise", exercise, known);
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
        throw yaml.wrong(entry, "api", "no-class", owner);
      }
      if (members(type).noneMatch(Ban.memberOf(api)::equals)) {
        throw yaml.wrong(entry, "api", "no-member", owner, api.substring(api.indexOf('#') + 1));
      }
      return Ban.Kind.MEMBER;
    }
    if (load(api) != null) {
      return Ban.Kind.CLASS;
    }
    if (!isPackage(api)) {
      throw yaml.wrong(entry, "api", "no-api", api);
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
}
