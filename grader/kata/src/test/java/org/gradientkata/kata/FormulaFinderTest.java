package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Markup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("formulas in a sentence")
class FormulaFinderTest {

  @ParameterizedTest
  @DisplayName("are found, in English and Japanese")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          σ(x) = 1 / (1 + e⁻ˣ): it rises from 0; [σ(x) = 1/(1 + e⁻ˣ)]: it rises from 0
          σ(x) = 1 / (1 + e⁻ˣ) です。; [σ(x) = 1/(1 + e⁻ˣ)] です。
          symmetric about the point (0, 1/2).; symmetric about the point [(0, 1/2)].
          both eˣ are infinite, and ∞/∞ is NaN.; both [eˣ] are infinite, and [∞/∞] is NaN.
          where y = 1/2, and is 1/4 there; where [y = 1/2], and is [1/4] there
          ReLU′(0): seen 1.0, expected 0.0; [ReLU′(0)]: seen 1.0, expected 0.0
          use numRows · numCols elements; use [numRows · numCols] elements
          dX = dY · Wᵀ; [dX = dY · Wᵀ]
          weights with 2/(fanIn + fanOut).; weights with [2/(fanIn + fanOut)].
          He: √(2/fanIn); He: [√(2/fanIn)]
          x = 0 では; [x = 0] では
          f(x + h) − f(x − h); [f(x + h) − f(x − h)]
          """)
  void areFound(String sentence, String marked) {
    assertThat(marked(sentence)).isEqualTo(marked);
  }

  @ParameterizedTest
  @DisplayName("are not made of words, places, shapes and single numbers")
  @ValueSource(
      strings = {
        "Write Sigmoid.value (Sigmoid.java:46).",
        "dW is 2x3, expected 3x2.",
        "a slope of 1.5 is a lot",
        "may be off by 1.00000000e-12",
        "Your code threw IllegalStateException: no idea, at Sigmoid$1.getMessage",
        "exercises/src/main/java/org/gradientkata/activation/Sigmoid.java",
        "Don't ask, and/or stop; 1 of 3, or (as here) none",
        "In parentheses (a, b) there is nothing to set",
      })
  void areNotMadeOfWords(String sentence) {
    assertThat(marked(sentence)).isEqualTo(sentence);
  }

  @Test
  @DisplayName("lose nothing of any text of the kit")
  void loseNothing() {
    long formulas = 0;
    for (String exercise : Catalogue.exercises()) {
      for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
        Texts texts = Texts.of(exercise, locale);
        for (String key : texts.keys()) {
          List<Markup.Part> parts = FormulaFinder.parts(texts.get(key));
          formulas += parts.stream().filter(p -> p.kind() == Markup.Kind.FORMULA).count();
          assertThat(parts.stream().map(Markup.Part::text).collect(Collectors.joining()))
              .isEqualToIgnoringWhitespace(texts.get(key));
        }
      }
    }
    assertThat(formulas).isGreaterThan(500);
  }

  private static String marked(String sentence) {
    return FormulaFinder.parts(sentence).stream()
        .map(p -> p.kind() == Markup.Kind.FORMULA ? "[" + p.text() + "]" : p.text())
        .collect(Collectors.joining());
  }
}
