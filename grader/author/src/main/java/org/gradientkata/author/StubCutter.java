package org.gradientkata.author;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradientkata.suite.Lessons;

/** Cuts a stub out of a solved class: the same signatures and Javadoc, no answers. */
final class StubCutter {
  private static final String NOT_STARTED_IMPORT = "import org.gradientkata.contract.NotStarted;";

  private StubCutter() {}

  /**
   * The stub of a solved class.
   *
   * @param source the solved class
   * @return the text of the stub, ending in a line feed
   */
  static String cut(MarkedSource source) {
    List<String> lines = source.linesWith((region, body) -> replacement(source, region, body));
    List<String> stub = new ArrayList<>();
    stub.add("// Exercise " + source.exercise() + ": put your code in place of each NotStarted,");
    stub.add("// then run ./mvnw test -Dtest=" + testClass(source.exercise()));
    String lesson = Lessons.file(source.exercise(), Locale.ENGLISH).orElseThrow();
    stub.add("// Lesson: " + lesson + " (日本語: " + lesson.replaceAll(".*/|md$", "") + "ja.md)");
    stub.addAll(withoutGaps(withNeededImports(lines)));
    return String.join("\n", stub) + "\n";
  }

  /**
   * The test class of an exercise.
   *
   * @param exercise number and name, such as {@code 08 softmax-cross-entropy}
   * @return such as {@code SoftmaxCrossEntropyTest}
   */
  static String testClass(String exercise) {
    return Arrays.stream(exercise.substring(3).split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", "Test"));
  }

  private static List<String> replacement(
      MarkedSource source, MarkedSource.Region region, List<String> body) {
    if (region.kind() == MarkedSource.Kind.HELPER) {
      return List.of();
    }
    String first = body.stream().filter(line -> !line.isBlank()).findFirst().orElseThrow();
    String indent = first.substring(0, first.length() - first.stripLeading().length());
    return List.of(indent + "throw new NotStarted(\"" + source.exercise() + "\");");
  }

  /** Drops imports whose name is used no more, and adds the one that every stub needs. */
  private static List<String> withNeededImports(List<String> lines) {
    String code = lines.stream().filter(l -> !isImport(l)).collect(Collectors.joining("\n"));
    List<String> statics = lines.stream().filter(l -> l.startsWith("import static ")).toList();
    TreeSet<String> imports =
        lines.stream()
            .filter(l -> isImport(l) && !l.startsWith("import static "))
            .filter(l -> uses(code, l))
            .collect(Collectors.toCollection(TreeSet::new));
    imports.add(NOT_STARTED_IMPORT);

    List<String> result = new ArrayList<>();
    result.add(lines.get(0)); // the package
    result.add("");
    result.addAll(statics.stream().filter(l -> uses(code, l)).toList());
    result.add("");
    result.addAll(imports);
    result.add("");
    lines.stream().skip(1).filter(l -> !isImport(l)).forEach(result::add);
    return result;
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static boolean uses(String code, String importLine) {
    String name = importLine.substring(importLine.lastIndexOf('.') + 1, importLine.length() - 1);
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code).find();
  }

  /** One blank line at most, and none before a closing brace: what a removed helper left. */
  private static List<String> withoutGaps(List<String> lines) {
    List<String> result = new ArrayList<>();
    for (String line : lines) {
      boolean afterBlank = !result.isEmpty() && result.get(result.size() - 1).isBlank();
      if (afterBlank && line.strip().equals("}")) {
        result.remove(result.size() - 1);
      }
      if (!(afterBlank && line.isBlank())) {
        result.add(line);
      }
    }
    return result;
  }
}
