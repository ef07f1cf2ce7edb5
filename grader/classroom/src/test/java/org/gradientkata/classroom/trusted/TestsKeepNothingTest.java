package org.gradientkata.classroom.trusted;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The grader loads the tests once for a whole class. What one answer could change in them, the next
 * one would meet.
 */
class TestsKeepNothingTest {

  @Test
  @DisplayName("the exercises' tests keep numbers and texts in static fields, and nothing else")
  void keepNothingFromOneAnswerToTheNext() throws ClassNotFoundException, IOException {
    Path tests = CodePlaces.of(Class.forName(Catalogue.testClass("01 sigmoid"))).get(0);

    constants().check(classes(tests));
  }

  @Test
  @DisplayName("an array in a static field is found")
  void findsWhatCanBeChanged() {
    assertThatThrownBy(
            () -> constants().check(new ClassFileImporter().importClasses(Changeable.class)))
        .hasMessageContaining("Changeable.NUMBERS");
  }

  /** A whole build has them in a jar, one of tests alone in a folder. */
  private static JavaClasses classes(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return new ClassFileImporter().importPath(place);
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return new ClassFileImporter().importJar(jar);
    }
  }

  private static ArchRule constants() {
    return fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .andShould()
        .haveRawType(
            describe(
                "a number or a text",
                type -> type.isPrimitive() || type.isEquivalentTo(String.class)));
  }

  /** What the rule must find. */
  static final class Changeable {
    static final int[] NUMBERS = {1, 2};

    private Changeable() {}
  }
}
