package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The markers of a solution and of its variants: what is cut, and every author's mistake. */
@DisplayName("markers")
class MarkersTest {
  private static final Path FILE = Path.of("Cube.java");
  private static final String EDITED = "exercises/src/main/java/org/gradientkata/Cube.java";
  private static final String BANNER =
      "// SOLUTION of exercise 42 cube-law. To solve it yourself, edit\n// " + EDITED + "\n";
  private static final String SOLUTION =
      BANNER
          + """
      package org.gradientkata;

      import static java.lang.Math.abs;
      import static java.lang.Math.max;

      import java.util.ArrayList;
      import java.util.List;
      import org.ejml.data.DMatrixRMaj;

      /** A cube, see {@link List}. */
      public final class Cube {
        private final double limit = abs(-3);

        /**
         * x³.
         *
         * @param x any number
         * @return x³
         */
        public double value(double x) {
          // answer value
          List<Double> all = new ArrayList<>();
          all.add(max(x, x));
          return power(all.get(0));
          // end
        }

        /** Of a matrix; not modified. */
        public void value(DMatrixRMaj X) {
          // answer valueOfMatrix

            X.data[0] = 1;
          // end
        }

        // helper power
        private static double power(double x) {
          return x * x * x;
        }
        // end
      }
      """;

  @Test
  @DisplayName("a stub keeps signatures and Javadoc, and lacks answers, helpers and idle imports")
  void cutsAStub() {
    assertThat(StubCutter.cut(parse(SOLUTION)))
        .isEqualTo(
            """
            // Exercise 42 cube-law: put your code in place of each NotStarted,
            // then run ./mvnw test -Dtest=CubeLawTest
            // Lesson: docs/lessons/42-cube-law.md (日本語: 42-cube-law.ja.md)
            package org.gradientkata;

            import static java.lang.Math.abs;

            import java.util.List;
            import org.ejml.data.DMatrixRMaj;
            import org.gradientkata.contract.NotStarted;

            /** A cube, see {@link List}. */
            public final class Cube {
              private final double limit = abs(-3);

              /**
               * x³.
               *
               * @param x any number
               * @return x³
               */
              public double value(double x) {
                throw new NotStarted("42 cube-law");
              }

              /** Of a matrix; not modified. */
              public void value(DMatrixRMaj X) {
                  throw new NotStarted("42 cube-law");
              }
            }
            """);
  }

  @ParameterizedTest
  @DisplayName("a mistaken marker is an error with file, line and what was expected")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      // answer a; x                              | 4: the region 'a' is never closed
      // answer a; x; // helper b; y; // end      | 6: a marker inside the region that line 4 opened
      // answer a; // end                         | 4: the region 'a' is empty
      // answer a; ; // end                       | 4: the region 'a' is empty
      // answer a; x; // end; // helper a; y; // end | 7: a second region is called 'a'
      // end                                      | 4: '// end' without an opening marker
      // answer a; x; // end; // end              | 7: '// end' without an opening marker
      // answer                                   | 4: '// answer' is not a marker: expected
      //answer a; x; // end                       | 4: '//answer a' is not a marker: expected
      // answer a b; x; // end                    | 4: '// answer a b' is not a marker: expected
      // end of it                                | 4: '// end of it' is not a marker: expected
      // helper a; x; // end                      | 1: no '// answer NAME' marker
      x                                           | 1: no '// answer NAME' marker
      """)
  void mistakenMarkers(String lines, String error) {
    String text = BANNER + "package p;\n" + lines.replaceAll("; ?", "\n") + "\n";

    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(AuthorException.class)
        .hasMessageStartingWith("Cube.java:" + error);
  }

  @Test
  @DisplayName("a missing banner, and one that names another file, is an error")
  void mistakenBanners() {
    assertThatThrownBy(() -> parse(""))
        .hasMessageStartingWith("Cube.java:1: expected '// SOLUTION");
    assertThatThrownBy(() -> parse(SOLUTION.substring(BANNER.length())))
        .hasMessageStartingWith("Cube.java:1: expected '// SOLUTION");
    assertThatThrownBy(() -> parse(SOLUTION.replace("42 cube-law", "Cube")))
        .hasMessageStartingWith("Cube.java:1: expected '// SOLUTION");
    assertThatThrownBy(() -> parse(SOLUTION.replace(EDITED, "Square.java")))
        .hasMessage("Cube.java:2: expected '// " + EDITED + "'");
  }

  @Test
  @DisplayName("a variant replaces the named regions and keeps the others")
  void appliesAVariant() {
    MarkedSource source = parse(SOLUTION);
    List<Variant> variants =
        Variant.parse(
            FILE,
            source,
            """
            Some words.

            == twin value square
            -- power
            private static double power(double x) {
              return x * x;
            }
            == convention value negative
            -- value
            return -x;
            == right plain
            -- value
            return x * x * x;
            -- valueOfMatrix
            X.data[0] = 2;
            """);

    assertThat(variants).extracting(Variant::name).containsExactly("square", "negative", "plain");
    assertThat(variants)
        .extracting(Variant::kind)
        .containsExactly(Variant.Kind.TWIN, Variant.Kind.CONVENTION, Variant.Kind.RIGHT);
    assertThat(variants.get(0).apply(source))
        .startsWith("package org.gradientkata;")
        .contains("return x * x;", "return power(all.get(0));")
        .doesNotContain("return x * x * x;", "// answer", "// end");
  }

  @ParameterizedTest
  @DisplayName("a mistaken variant is an error with file and line")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      == twin square; -- value; x                 | Cube.java:1: expected '== twin METHOD NAME'
      == wrong value a; -- value; x               | Cube.java:1: expected '== twin METHOD NAME'
      == twin value a; -- cube; x                 | Cube.java:2: no region 'cube': [value,
      == twin value a; x                          | Cube.java:2: expected '-- REGION' before
      == twin value a                             | Cube.java: 'a' replaces no region
      == right a; -- value; x; == twin value a; -- value; y | Cube.java: a second variant is called 'a'
      """)
  void mistakenVariants(String lines, String error) {
    assertThatThrownBy(
            () -> Variant.parse(FILE, parse(SOLUTION), lines.replaceAll("; ?", "\n") + "\n"))
        .isInstanceOf(AuthorException.class)
        .hasMessageStartingWith(error);
  }

  private static MarkedSource parse(String text) {
    return MarkedSource.parse(FILE, EDITED, text);
  }
}
