package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradientkata.suite.quiz.Formula;
import org.gradientkata.suite.quiz.Markup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a formula in a line")
class QuizFormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x²            | <msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>
          0.25⁵³⁷       | <msup><mn>0.25</mn><mrow><mn>537</mn></mrow></msup>
          W_hᵀ          | <msubsup><mi>W</mi><mi>h</mi><mrow><mi>T</mi></mrow></msubsup>
          e^(−x)        | <msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>
          f′(x)         | <mrow><msup><mi>f</mi><mo>′</mo></msup><mrow><mo fence="true" stretchy="true" form="prefix">(</mo><mrow><mi>x</mi></mrow><mo fence="true" stretchy="true" form="postfix">)</mo></mrow></mrow>
          (a + b)/2     | <mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>
          dz/dx         | <mfrac><mrow><mi>d</mi><mi>z</mi></mrow><mrow><mi>d</mi><mi>x</mi></mrow></mfrac>
          √(2/n)        | <msqrt><mrow><mfrac><mn>2</mn><mi>n</mi></mfrac></mrow></msqrt>
          1/‖g‖         | <mfrac><mn>1</mn><mrow><mo fence="true" stretchy="true" form="prefix">‖</mo><mrow><mi>g</mi></mrow><mo fence="true" stretchy="true" form="postfix">‖</mo></mrow></mfrac>
          a / b         | <mi>a</mi><mo>/</mo><mi>b</mi>
          max < 1       | <mi>max</mi><mo>&lt;</mo><mn>1</mn>
          """)
  @DisplayName("becomes MathML")
  void shouldBecomeMathMl(String source, String inner) {
    assertThat(Formula.toMathMl(source))
        .startsWith("<math alttext=\"" + source.replace("<", "&lt;") + "\">")
        .endsWith("<mrow>" + inner + "</mrow></math>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "a)", "1/", "√", "x^", "[a)"})
  @DisplayName("is refused if something is missing")
  void shouldRefuseHalfFormulas(String source) {
    assertThatThrownBy(() -> Formula.toMathMl(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(source);
  }

  @Test
  @DisplayName("reads well without its marks")
  void shouldReadWellInATerminal() {
    assertThat(Markup.plain("so $1/(1 + e^(−x))$ and `a[i:j]`"))
        .isEqualTo("so 1/(1 + e^(−x)) and a[i:j]");
  }
}
