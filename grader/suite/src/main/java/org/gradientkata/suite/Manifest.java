package org.gradientkata.suite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.Location;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Which tests an exercise has, and which points depend on each: what those need who read the
 * reports of Surefire. The test classes are read and not loaded, so no answer needs to be there.
 */
public final class Manifest {
  private Manifest() {}

  /**
   * An exercise and its tests.
   *
   * @param exercise number and name
   * @param testClass full name of its test class
   * @param after the exercises whose classes these ones call
   * @param points the points of each stage that has some
   * @param tests its tests, by stage, then by method
   */
  public record Entry(
      String exercise,
      String testClass,
      List<String> after,
      Map<Stage, Integer> points,
      List<Test> tests) {

    /**
     * The tests that earn the points of a stage, all together.
     *
     * @param stage a stage
     * @return its tests, by method
     */
    public List<Test> testsOf(Stage stage) {
      return tests.stream().filter(t -> t.stage() == stage).toList();
    }
  }

  /**
   * A test.
   *
   * @param method its method, which never changes its name
   * @param title what it checks; with Surefire the name of its test case
   * @param stage the stage whose points need it
   * @param repeated whether it runs several times: Surefire then adds the run to the title, as in
   *     {@code [2] x = 4.0} or, after a blank, by its name, and {@link Outcome#method()} adds
   *     {@code #2} to the method
   */
  public record Test(String method, String title, Stage stage, boolean repeated) {

    /**
     * Whether a test case of a Surefire report is a run of this test.
     *
     * @param name what the report calls it
     * @return true for its title, or that of a run of it
     */
    public boolean isNamed(String name) {
      return repeated
          ? name.startsWith(title + "[") || name.startsWith(title + " ")
          : name.equals(title);
    }
  }

  /**
   * All exercises and their tests.
   *
   * @param loader where the test classes are found
   * @return in the order of the exercises
   * @throws IllegalStateException if a test class isn't there
   */
  public static List<Entry> read(ClassLoader loader) {
    return Catalogue.exercises().stream().map(exercise -> read(exercise, loader)).toList();
  }

  /**
   * One exercise and its tests.
   *
   * @param exercise number and name
   * @param loader where the test class is found
   * @return the entry
   * @throws IllegalStateException if the test class isn't there
   */
  public static Entry read(String exercise, ClassLoader loader) {
    String name = Catalogue.testClass(exercise);
    URL url = loader.getResource(name.replace('.', '/') + ".class");
    if (url == null) {
      throw new IllegalStateException("the test class " + name + " isn't there");
    }
    JavaClass testClass = AnswerClasses.read(List.of(Location.of(url))).get(name);
    Exercise annotation = testClass.getAnnotationOfType(Exercise.class);
    List<Test> tests =
        testClass.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(Grades.class))
            .map(Manifest::test)
            .sorted(Comparator.comparing(Test::stage).thenComparing(Test::method))
            .toList();
    return new Entry(
        exercise, name, List.of(annotation.after()), Standing.worth(annotation), tests);
  }

  private static Test test(JavaMethod method) {
    return new Test(
        method.getName(),
        method.getAnnotationOfType(DisplayName.class).value(),
        method.getAnnotationOfType(Grades.class).value(),
        method.isAnnotatedWith(ParameterizedTest.class));
  }
}
