package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hostile answer to the exercise 01 sigmoid, out of the corpus in {@code src/test/attacks}, whose
 * README says how it is written.
 *
 * @param name theme and heading
 * @param outcomes how it may end, usually one word
 * @param says what a message or a detail has to name, perhaps empty
 * @param unruled how it may end if it is run although it breaks the rules; empty if it isn't
 * @param source the exercise file
 * @param sheet the quiz's answer sheet, if that is the attack
 */
record Attack(
    String name,
    List<String> outcomes,
    String says,
    List<String> unruled,
    String source,
    Optional<String> sheet) {
  private static final Path CORPUS = Path.of("src/test/attacks");
  private static final Pattern FIELD =
      Pattern.compile("(?m)^(outcome|says|unruled|generate): (.*)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```(?:java )?(\\w+)\n(.*?)^```$");
  private static final String ANSWERS =
      """
      @Override public double value(double x) { run(); return 0.5; }
      public double derivativeFromValue(double y) { run(); return 0.25; }
      @Override public void value(DMatrixRMaj X, DMatrixRMaj Y) { run(); }
      @Override public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) { run(); }
      private static void run() {
        try {
          attack();
        } catch (RuntimeException | Error e) {
          throw e;
        } catch (Throwable t) {
          throw new IllegalStateException(t);
        }
      }
      private static void attack() throws Throwable {
      """;

  /** The whole corpus. */
  static Stream<Attack> all() {
    try (Stream<Path> themes = Files.list(CORPUS)) {
      return themes
          .filter(f -> !f.endsWith("README.md"))
          .sorted()
          .flatMap(Attack::of)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Attack> of(Path file) {
    String theme = file.getFileName().toString().replace(".md", ": ");
    List<Attack> attacks = new ArrayList<>();
    String[] sections;
    try {
      sections = Files.readString(file).split("(?m)^## ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 1; i < sections.length; i++) {
      String heading = sections[i].lines().findFirst().orElseThrow();
      Map<String, String> fields = new TreeMap<>();
      for (Matcher field = FIELD.matcher(sections[i]); field.find(); ) {
        fields.put(field.group(1), field.group(2).strip());
      }
      attacks.add(
          new Attack(
              theme + heading,
              words(fields.get("outcome")),
              fields.getOrDefault("says", ""),
              words(fields.getOrDefault("unruled", "")),
              source(fields.get("generate"), sections[i]),
              Optional.ofNullable(parts(sections[i]).get("yaml"))));
    }
    return attacks.stream();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Map<String, String> parts(String section) {
    Map<String, String> parts = new TreeMap<>();
    for (Matcher code = CODE.matcher(section); code.find(); ) {
      parts.put(code.group(1), code.group(2));
    }
    return parts;
  }

  private static String source(String generate, String section) {
    Map<String, String> parts = parts(section);
    if (generate != null) {
      parts.put("class", Bombs.of(generate));
    }
    if (parts.containsKey("source")) {
      return parts.get("source");
    }
    String method = parts.getOrDefault("method", "");
    String body = parts.getOrDefault("class", ANSWERS + method + "}\n");
    return """
        package org.gradientkata.activation;

        import org.ejml.data.DMatrixRMaj;
        import org.gradientkata.contract.Activation;

        public final class Sigmoid implements Activation {
        """
        + body
        + parts.getOrDefault("member", "")
        + "}\n"
        + parts.getOrDefault("file", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
