package org.gradientkata.classroom.trusted;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
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
  void keepNothingFromOneAnswerToTheNext() throws ClassNotFoundException {
    Path tests = CodePlaces.of(Class.forName(Catalogue.testClass("01 sigmoid"))).get(0);

    constants().check(new ClassFileImporter().importPath(tests));
  }

  @Test
  @DisplayName("an array in a static field is found")
  void findsWhatCanBeChanged() {
    assertThatThrownBy(
            () -> constants().check(new ClassFileImporter().importClasses(Changeable.class)))
        .hasMessageContaining("Changeable.NUMBERS");
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
