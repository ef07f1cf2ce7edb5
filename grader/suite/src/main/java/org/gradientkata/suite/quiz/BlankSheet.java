package org.gradientkata.suite.quiz;

import java.util.List;
import java.util.Locale;
import org.gradientkata.suite.Texts;

/** Writes the answer sheet that a learner fills in: each question in both languages, no answer. */
public final class BlankSheet {
  private static final int WIDTH = 100;

  private BlankSheet() {}

  /**
   * The sheet for some questions.
   *
   * @param quiz the questions
   * @return YAML
   */
  public static String of(Quiz quiz) {
    StringBuilder sheet = new StringBuilder();
    comment(sheet, Texts.of(Quiz.EXERCISE, Locale.ENGLISH).get("sheet.head"));
    sheet.append("#\n");
    comment(sheet, Texts.of(Quiz.EXERCISE, Locale.JAPANESE).get("sheet.head"));
    String exercise = "";
    for (Question question : quiz.questions()) {
      if (!question.exercise().equals(exercise)) {
        exercise = question.exercise();
        sheet.append("\n# ---- ").append(exercise).append(" ----\n");
      }
      append(sheet, question);
    }
    return sheet.toString();
  }

  private static void append(StringBuilder sheet, Question question) {
    sheet.append('\n');
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      String text = question.title().in(locale) + ": " + question.text().in(locale);
      comment(sheet, Markup.plain(text));
      if (question.form() instanceof Choice choice && needsOptions(choice, locale)) {
        for (int i = 0; i < choice.options().size(); i++) {
          Bilingual option = choice.options().get(i).text();
          comment(sheet, "  (" + (i + 1) + ") " + Markup.plain(option.in(locale)));
        }
      }
    }
    Bilingual how = question.form().howToAnswer();
    comment(sheet, "→ " + how.en() + " · " + how.ja());
    sheet.append(question.id()).append(":\n");
    if (question.form() instanceof OpenQuestion) {
      sheet.append("  mine:\n  same-idea:\n");
    }
  }

  /** Options that are formulas stand there once. */
  private static boolean needsOptions(Choice choice, Locale locale) {
    return locale.equals(Locale.ENGLISH)
        || choice.options().stream().anyMatch(o -> !o.text().ja().equals(o.text().en()));
  }

  private static void comment(StringBuilder sheet, String text) {
    for (String line : Wrapped.lines(text, WIDTH)) {
      sheet.append("# ").append(line).append('\n');
    }
  }
}
