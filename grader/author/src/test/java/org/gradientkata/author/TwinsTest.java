package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Diagnosis;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.ProbeRun;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.Twins;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the tests: every known-wrong twin fails and is recognised, every right form passes. */
@DisplayName("tests of the tests")
class TwinsTest {
  private static final Checkout CHECKOUT = Checkout.here();

  @TempDir Path work;

  static Stream<Arguments> wrong() {
    return CHECKOUT.variants().stream()
        .filter(v -> v.variant().kind() != Variant.Kind.RIGHT)
        .map(v -> Arguments.of(v.exercise() + " " + v.simpleName() + " " + v.variant().name(), v));
  }

  static Stream<Arguments> right() {
    return CHECKOUT.variants().stream()
        .filter(v -> v.variant().kind() == Variant.Kind.RIGHT)
        .map(v -> Arguments.of(v.exercise() + " " + v.simpleName() + " " + v.variant().name(), v));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  @DisplayName("a known-wrong twin fails and is recognised as itself and as no other")
  void twinFailsAndIsRecognised(String name, Checkout.Compiled twin) throws IOException {
    Standing standing = grade(twin);

    assertThat(standing.state()).as("%s must fail", name).isIn(State.WRONG, State.TIMED_OUT);
    Exercise exercise = exercise(twin.exercise());
    ProbeRun answer = ProbeRun.with(exercise, byClassName(twin)).orElseThrow();
    assertThat(recognised(exercise, answer))
        .as("%s: what its numbers are recognised as", name)
        .containsExactly(key(twin));
    for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      assertThat(Texts.of(twin.exercise(), language).get(key(twin))).isNotBlank();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  @DisplayName("another right form passes and is never recognised as a mistake")
  void rightFormPasses(String name, Checkout.Compiled right) throws IOException {
    Standing standing = grade(right);

    assertThat(standing.state())
        .as("%s: %s", name, standing.reason().map(Object::toString).orElse(""))
        .isEqualTo(State.SOLVED);
    Exercise exercise = exercise(right.exercise());
    ProbeRun answer = ProbeRun.with(exercise, byClassName(right)).orElseThrow();
    assertThat(recognised(exercise, answer)).as("%s: false diagnosis", name).isEmpty();
  }

  private static List<String> recognised(Exercise exercise, ProbeRun answer) {
    List<String> keys = new ArrayList<>();
    for (Twins.Twin twin : Twins.of(exercise)) {
      if (Diagnosis.isMatch(exercise, answer, twin)) {
        keys.add(twin.textKey());
      }
    }
    return keys;
  }

  private static String key(Checkout.Compiled twin) {
    return twin.variant().kind().name().toLowerCase(Locale.ROOT)
        + "."
        + twin.simpleName()
        + "."
        + twin.variant().method()
        + "."
        + twin.variant().name();
  }

  private Standing grade(Checkout.Compiled variant) throws IOException {
    for (Map.Entry<String, byte[]> classFile : variant.classFiles().entrySet()) {
      Path file = work.resolve(classFile.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, classFile.getValue());
    }
    List<Path> classes = new ArrayList<>(List.of(work));
    classes.addAll(CHECKOUT.solutionsAndTests());
    return new AnswerRun(classes).grade(List.of(variant.exercise())).get(0);
  }

  private static Map<String, byte[]> byClassName(Checkout.Compiled variant) {
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
