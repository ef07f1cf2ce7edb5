package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.gradientkata.suite.quiz.QuestionReader;
import org.gradientkata.suite.quiz.QuizProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a file of questions")
class QuestionReaderTest {
  private static final String GOOD =
      """
      - id: peak
        exercise: 01 sigmoid
        topic: activation
        source: 004 §3
        kind: single
        title-en: The peak
        title-ja: 頂点
        text-en: How great is $σ′(0)$?
        text-ja: $σ′(0)$ はいくつですか。
        options:
          - text: "0.15"
            why-en: too small
            why-ja: 小さすぎます
          - text: "0.25"
            right: yes
            why-en: a quarter
            why-ja: 4 分の 1 です
      - id: factors
        exercise: 05 chain-rule
        topic: calculus
        source: [000, Gauss 1809]
        kind: number
        title: n
        text: n
        answer: 1e-6
        tolerance: 1e-9
        why-en: a
        why-ja: あ
        mistakes:
          - answer: 0.6
            why-en: b
            why-ja: い
        otherwise-en: c
        otherwise-ja: う
      """;

  @Test
  @DisplayName("is read if it is as it should be")
  void shouldReadGoodQuestions() {
    assertThat(new QuestionReader("q.yaml").read(GOOD).questions())
        .extracting(q -> q.id() + ", " + q.source().en() + ", " + q.source().ja())
        .containsExactly(
            "peak, document 004 §3, 資料 004 §3",
            "factors, document 000; Gauss 1809, 資料 000; Gauss 1809");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          topic: activation      | topik: activation | q.yaml:3 · question peak        | Unknown key 'topik'. Known here: exercise,
          topic: activation      | ""                | q.yaml:1 · question peak        | 'topic' is missing.
          tolerance: 1e-9        | tolerence: 1e-9   | q.yaml:26 · question factors    | Unknown key 'tolerence'. Known here: answer,
          title-ja: 頂点          | title-fr: sommet  | q.yaml:7 · question peak        | Unknown key 'title-fr'.
          title-ja: 頂点          | title-ja:         | q.yaml:7 · question peak        | 'title-ja' is missing: each text has to be there in both languages.
          why-ja: 小さすぎます      | right: yes        | q.yaml:11 · question peak       | 'why-ja' is missing: each text
          right: yes             | right: no         | q.yaml:15 · question peak       | right: 'no': leave it out or write yes.
          id: factors            | id: peak          | q.yaml:18 · question peak       | 'peak' is there twice.
          id: factors            | id: Factors!      | q.yaml:18 · question Factors!   | 'Factors!' is no id
          exercise: 01 sigmoid   | exercise: sigmoid | q.yaml:2 · question peak        | 'sigmoid' is no exercise
          kind: single           | kind: double      | q.yaml:5 · question peak        | 'double' is none of single, several
          kind: single           | kind: number      | q.yaml:10 · question peak       | Unknown key 'options'.
          topic: activation      | topic: cooking    | q.yaml:3 · question peak        | 'cooking' is none of activation, calculus
          $σ′(0)$?               | $σ′(0)?           | q.yaml:8 · question peak        | The text can't be set: $ is not closed
          $σ′(0)$?               | $σ′(0$?           | q.yaml:8 · question peak        | The text can't be set: formula 'σ′(0': ) is missing
          answer: 0.6            | answer: 0.000001  | q.yaml:29 · question factors    | 1.0E-6 is the right answer, so it can't be a mistake.
          answer: 1e-6           | answer: tiny      | q.yaml:25 · question factors    | answer: 'tiny' is no number.
          title: n               | "title: n\\n  title: m" | q.yaml:24             | 'title' is there twice.
          title: n               | title: [n         | q.yaml:23                       | This is no YAML that can be read
          """)
  @DisplayName("is refused with file, line and question if something is wrong")
  void shouldRefuseWithLineAndQuestion(String good, String bad, String place, String detail)
      throws Exception {
    assertThat(GOOD).contains(good);
    String yaml = GOOD.replaceFirst(java.util.regex.Pattern.quote(good), quoted(bad));

    QuizProblem problem = Language.in("en", () -> problemOf(yaml));

    assertThat(problem.getMessage()).startsWith(place + "\n").contains("\n" + detail);
  }

  @Test
  @DisplayName("is refused in Japanese too")
  void shouldRefuseInJapanese() throws Exception {
    QuizProblem problem =
        Language.in("ja", () -> problemOf(GOOD.replace("title-ja: 頂点", "title-ja:")));

    assertThat(problem.getMessage()).startsWith("q.yaml:7 · 問題 peak\n「title-ja」がありません。");
  }

  private static QuizProblem problemOf(String yaml) {
    return catchThrowableOfType(QuizProblem.class, () -> new QuestionReader("q.yaml").read(yaml));
  }

  private static String quoted(String bad) {
    return java.util.regex.Matcher.quoteReplacement(bad.replace("\\n", "\n"));
  }
}
