package org.gradientkata.kata;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the kit asks of its own code; learners' code has rules of its own. */
@DisplayName("the house rules")
class HouseRulesTest {
  private static final String KIT = "org.gradientkata.";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(HouseRulesTest::isNoTest)
          .importPackages("org.gradientkata");

  private static boolean isNoTest(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  @Test
  @DisplayName("see the code of every module")
  void seeEveryModule() {
    for (String module :
        List.of("datasets", "contract", "suite", "labs", "author", "classroom", "kata", "layer")) {
      assertThat(CODE.that(resideInAPackage(KIT + module + ".."))).as(module).isNotEmpty();
    }
    assertThat(CODE.contain(HouseRulesTest.class)).isFalse();
  }

  @Test
  @DisplayName("dependencies point one way")
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.gradientkata..")
        .layer("datasets")
        .definedBy(KIT + "datasets..")
        .layer("contract")
        .definedBy(KIT + "contract..")
        .layer("answers")
        .definedBy(answerPackages())
        .layer("suite")
        .definedBy(KIT + "suite..")
        .layer("labs")
        .definedBy(KIT + "labs..")
        .layer("author")
        .definedBy(KIT + "author..")
        .layer("classroom")
        .definedBy(KIT + "classroom..")
        .layer("kata")
        .definedBy(KIT + "kata..")
        .whereLayer("datasets")
        .mayNotAccessAnyLayer()
        .whereLayer("contract")
        .mayNotAccessAnyLayer()
        .whereLayer("answers")
        .mayOnlyAccessLayers("datasets", "contract")
        .whereLayer("suite")
        .mayOnlyAccessLayers("contract")
        .whereLayer("labs")
        .mayOnlyAccessLayers("datasets", "contract", "answers", "suite")
        .whereLayer("author")
        .mayOnlyAccessLayers("contract", "suite")
        .whereLayer("classroom")
        .mayOnlyAccessLayers("datasets", "contract", "answers", "suite", "labs")
        .whereLayer("kata")
        .mayNotBeAccessedByAnyLayer()
        .ensureAllClassesAreContainedInArchitecture()
        .because("an answer set can only be exchanged if nothing below the suite knows the graders")
        .check(CODE);
  }

  @Test
  @DisplayName("there are no cycles between packages")
  void packagesHaveNoCycles() {
    slices()
        .matching("org.gradientkata.(**)")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other can only be read and changed together")
        .check(CODE);
  }

  @Test
  @DisplayName("only the command line prints and ends the program")
  void onlyTheCommandLinePrints() {
    quiet().check(CODE);
    assertThatThrownBy(() -> quiet().check(new ClassFileImporter().importClasses(Loud.class)))
        .hasMessageContaining("System.out");
  }

  /** The closing lines are what a learner's build prints; the cap stands in front of the stream. */
  private static ArchRule quiet() {
    return noClasses()
        .that(not(resideInAPackage(KIT + "kata..").and(not(nameMatching(".*\\$Loud")))))
        .and(not(nameMatching("org\\.gradientkata\\.suite\\.(ClosingLines|CappedOutput.*)")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("what is printed from anywhere can't be tested, translated or kept quiet");
  }

  @Test
  @DisplayName("only the command line knows about terminals")
  void onlyTheCommandLineKnowsTerminals() {
    noClasses()
        .that()
        .resideOutsideOfPackage(KIT + "kata..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "org.jline..", "me.tongfei.progressbar..")
        .because("labs, grading and the suite are used without a terminal too")
        .check(CODE);
  }

  @Test
  @DisplayName("no class is a drawer for everything")
  void classesHaveOneJob() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Manager|Helper|Helpers)")
        .because("such a name says nothing about what belongs there, so everything ends there")
        .check(CODE);
  }

  private static String[] answerPackages() {
    List<String> packages = new ArrayList<>();
    for (String exercise : Catalogue.exercises()) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        packages.add(place.className().substring(0, place.className().lastIndexOf('.')));
      }
    }
    return packages.stream().distinct().toArray(String[]::new);
  }

  /** What the rule on printing must find. */
  static final class Loud {
    PrintStream stream() {
      return System.out;
    }
  }
}
