package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gradientkata.author.Checkout.Compiled;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.ProbeRun;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the tests: every known-wrong twin fails and is recognised, every right form passes. */
@DisplayName("tests of the tests")
class TwinsTest {
  private static final Checkout CHECKOUT = Checkout.here();
  private static final List<Compiled> VARIANTS = CHECKOUT.variants();

  @TempDir Path work;

  static Stream<Arguments> variants() {
    return VARIANTS.stream().map(v -> Arguments.of(v.exercise() + " " + v, v));
  }

  static Stream<Arguments> rightForms() {
    return VARIANTS.stream()
        .filter(v -> v.variant().kind() == Variant.Kind.RIGHT)
        .map(v -> Arguments.of(v.exercise() + " " + v, v));
  }

  static Stream<String> exercises() {
    return VARIANTS.stream().map(Compiled::exercise).distinct();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  @DisplayName("a known-wrong twin fails, another right form passes")
  void twinFailsAndRightFormPasses(String name, Compiled variant) throws IOException {
    Standing standing = grade(variant);

    if (variant.variant().kind() == Variant.Kind.RIGHT) {
      assertThat(standing.state())
          .as("%s: %s", name, standing.reason().map(Object::toString).orElse(""))
          .isEqualTo(State.SOLVED);
    } else {
      assertThat(standing.state()).as("%s must fail", name).isIn(State.WRONG, State.TIMED_OUT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rightForms")
  @DisplayName("another right form computes the same for inputs that no test has")
  void rightFormComputesTheSame(String name, Compiled variant) throws IOException {
    try (AnswerRun form = new AnswerRun(classes(variant), Map.of());
        AnswerRun reference = new AnswerRun(CHECKOUT.solutionsAndTests(), Map.of())) {
      List<String> differences = form.differences(reference, variant.exercise(), 2001, 2002);

      assertThat(differences).as(name).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exercises")
  @DisplayName("a twin is recognised as itself and as no other, a right form as none")
  void twinIsRecognisedAsItselfAndAsNoOther(String name) {
    Exercise exercise = exercise(name);
    List<Compiled> variants = VARIANTS.stream().filter(v -> v.exercise().equals(name)).toList();
    List<Compiled> wrong =
        variants.stream().filter(v -> v.variant().kind() != Variant.Kind.RIGHT).toList();
    Map<Compiled, ProbeRun> runs = new LinkedHashMap<>();
    variants.forEach(v -> runs.put(v, ProbeRun.with(exercise, byClassName(v)).orElseThrow()));

    SoftAssertions softly = new SoftAssertions();
    for (String probe : runs.values().iterator().next().probes().keySet()) {
      Map<Compiled, Optional<List<double[]>>> numbers = new LinkedHashMap<>();
      runs.forEach((variant, run) -> numbers.put(variant, run.numbers(probe)));
      List<Compiled> twins = wrong.stream().filter(t -> probe(t).equals(probe)).toList();
      for (Compiled variant : variants) {
        List<String> recognised =
            twins.stream()
                .filter(t -> agree(runs.get(t), probe, numbers.get(variant), numbers.get(t)))
                .map(Compiled::toString)
                .collect(Collectors.toList());
        softly
            .assertThat(recognised)
            .as("what %s is recognised as, by its %s", variant, probe)
            .isEqualTo(twins.contains(variant) ? List.of(variant.toString()) : List.of());
      }
    }
    softly.assertThat(wrong).as("twins of %s", name).hasSizeGreaterThanOrEqualTo(3);
    for (Compiled twin : wrong) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
        softly.assertThat(Texts.of(name, language).get(textKey(twin))).isNotBlank();
      }
    }
    softly.assertAll();
  }

  private static boolean agree(
      ProbeRun run, String probe, Optional<List<double[]>> a, Optional<List<double[]>> b) {
    return a.isPresent() && b.isPresent() && run.probes().get(probe).agree(a.get(), b.get());
  }

  private static String probe(Compiled twin) {
    return twin.simpleName() + "." + twin.variant().method();
  }

  private static String textKey(Compiled twin) {
    String kind = twin.variant().kind().name().toLowerCase(Locale.ROOT);
    return kind + "." + probe(twin) + "." + twin.variant().name();
  }

  private Standing grade(Compiled variant) throws IOException {
    return new AnswerRun(classes(variant)).gradeUntilFailure(variant.exercise());
  }

  private List<Path> classes(Compiled variant) throws IOException {
    for (Map.Entry<String, byte[]> classFile : variant.classFiles().entrySet()) {
      Path file = work.resolve(classFile.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, classFile.getValue());
    }
    List<Path> classes = new ArrayList<>(List.of(work));
    classes.addAll(CHECKOUT.solutionsAndTests());
    return classes;
  }

  private static Map<String, byte[]> byClassName(Compiled variant) {
    Map<String, byte[]> result = new TreeMap<>();
    variant
        .classFiles()
        .forEach((path, bytes) -> result.put(path.replace(".class", "").replace('/', '.'), bytes));
    return result;
  }

  private static Exercise exercise(String name) {
    try {
      return Class.forName(Catalogue.testClass(name)).getAnnotation(Exercise.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
