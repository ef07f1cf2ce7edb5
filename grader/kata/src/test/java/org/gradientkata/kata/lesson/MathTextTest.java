package org.gradientkata.kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a formula in a terminal")
class MathTextTest {
  private static final Pattern FORMULA = Pattern.compile("\\$\\$([^$]+)\\$\\$|\\$([^$]+)\\$");

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          \\sigma(x) = \\frac{1}{1 + e^{-x}} @ σ(x) = 1/(1 + e^(−x))
          \\tfrac13 @ 1/3
          x_{n-1}^2 @ xₙ₋₁²
          \\hat x_n = \\frac{x_n - \\mu}{\\sqrt{v + \\varepsilon}} @ x̂ₙ = (xₙ − μ)/√(v + ε)
          -\\log p_t @ −log pₜ
          h_{t-1}^\\top da @ hₜ₋₁ᵀ da
          \\begin{pmatrix} 0 & 6 \\\\ 5 & -3 \\end{pmatrix} @ (0 6; 5 −3)
          \\text{rate} < 1 @ rate < 1
          \\lVert g \\rVert + 10^{-6} @ ‖g‖ + 10⁻⁶
          G_{ij}^2 @ Gᵢⱼ²
          a \\cdot b @ a · b
          37\\,\\% @ 37 %
          """)
  @DisplayName("is one line of Unicode")
  void shouldBeUnicode(String tex, String text) {
    assertThat(MathText.of(tex)).isEqualTo(text);
  }

  @Test
  @DisplayName("leaves no command of any lesson over")
  void shouldKnowAllCommandsOfTheLessons() throws IOException {
    Path lessons = Path.of("../../docs/lessons");
    try (Stream<Path> files = Files.list(lessons)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        List<String> formulas =
            FORMULA
                .matcher(Files.readString(file))
                .results()
                .map(r -> r.group().replace("$", ""))
                .toList();

        assertThat(formulas)
            .as(file.toString())
            .allSatisfy(tex -> assertThat(MathText.of(tex)).doesNotContain("\\", "{}"));
      }
    }
  }
}
