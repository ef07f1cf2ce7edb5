package org.gradientkata.suite;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All exercises of the kit, as cut from the solutions: which class belongs to which exercise, and
 * how many methods there are to write.
 */
public final class Catalogue {
  /** The quiz, which has questions in place of classes. */
  public static final String QUIZ = "24 quiz";

  /** The file in which its answers stand. */
  public static final String QUIZ_SHEET = "exercises/quiz-answers.yaml";

  private static final String QUIZ_TEST = "org.gradientkata.quiz.QuizTest";
  private static final Map<String, Place> PLACES = read();
  private static final List<String> EXERCISES = names();

  private Catalogue() {}

  /**
   * A class that a learner fills in.
   *
   * @param className its full name
   * @param exercise number and name
   * @param methods how many methods the stub lacks
   */
  public record Place(String className, String exercise, int methods) {

    /**
     * The file to edit.
     *
     * @return its path from the root of the checkout
     */
    public String file() {
      return "exercises/src/main/java/" + className.replace('.', '/') + ".java";
    }
  }

  /**
   * The names of all exercises.
   *
   * @return numbers and names, in order
   */
  public static List<String> exercises() {
    return EXERCISES;
  }

  private static List<String> names() {
    TreeSet<String> names =
        PLACES.values().stream()
            .map(Place::exercise)
            .collect(Collectors.toCollection(TreeSet::new));
    names.add(QUIZ);
    return List.copyOf(names);
  }

  /**
   * The file to edit first.
   *
   * @param exercise number and name
   * @return its path from the root of the checkout
   */
  public static String file(String exercise) {
    return exercise.equals(QUIZ) ? QUIZ_SHEET : places(exercise).get(0).file();
  }

  /**
   * The classes of an exercise.
   *
   * @param exercise number and name
   * @return its places, by class name; none for the quiz
   */
  public static List<Place> places(String exercise) {
    return PLACES.values().stream().filter(p -> p.exercise().equals(exercise)).toList();
  }

  /**
   * Whether a class is one that learners write.
   *
   * @param className full name
   * @return true for a class of an exercise
   */
  public static boolean isAnswer(String className) {
    return PLACES.containsKey(className);
  }

  /** The exercise in which learners write a class; empty for any other class. */
  static Optional<String> exerciseOf(String className) {
    return Optional.ofNullable(PLACES.get(className)).map(Place::exercise);
  }

  /**
   * The test class of an exercise, by its name: {@code 08 softmax-cross-entropy} is tested by
   * {@code SoftmaxCrossEntropyTest} in the package of its first class.
   *
   * @param exercise number and name
   * @return full name of the class
   */
  public static String testClass(String exercise) {
    if (exercise.equals(QUIZ)) {
      return QUIZ_TEST;
    }
    String first = places(exercise).get(0).className();
    String name =
        Arrays.stream(exercise.substring(exercise.indexOf(' ') + 1).split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return first.substring(0, first.lastIndexOf('.') + 1) + name + "Test";
  }

  private static Map<String, Place> read() {
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Catalogue.class.getResourceAsStream("places.properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Place> places = new TreeMap<>();
    for (String className : properties.stringPropertyNames()) {
      String[] parts = properties.getProperty(className).split(", ");
      places.put(className, new Place(className, parts[0], Integer.parseInt(parts[1])));
    }
    return places;
  }
}
