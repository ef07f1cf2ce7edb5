package org.gradientkata.kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradientkata.suite.quiz.Wrapped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a lesson in a terminal")
class LessonTextTest {

  @Test
  @DisplayName("wraps its paragraphs, English at blanks, Japanese anywhere")
  void shouldWrapParagraphs() {
    List<String> english = lines("one two three\nfour five", 14);
    List<String> japanese = lines("勾配が消えると\n学習が進みません。", 14);

    assertThat(english).containsExactly("one two three", "four five");
    assertThat(japanese).containsExactly("勾配が消えると", "学習が進みませ", "ん。");
  }

  @Test
  @DisplayName("marks headings as it is told")
  void shouldMarkHeadings() {
    assertThat(LessonText.lines("# Idea\n\nText", 40, h -> "<" + h + ">"))
        .containsExactly("<Idea>", "", "Text");
  }

  @Test
  @DisplayName("leaves out a link that stands alone, and keeps the words of one in a sentence")
  void shouldLeaveOutLinkToOtherLanguage() {
    assertThat(lines("# A\n\n[日本語](a.ja.md)\n\nSee [B](b.md) first.", 40))
        .containsExactly("A", "", "See B first.");
  }

  @Test
  @DisplayName("takes underscores and stars of a formula for what they are")
  void shouldKeepFormulasFromMarkdown() {
    assertThat(lines("With $x_q * y_q$ and `a_b * c`.", 60))
        .containsExactly("With x_q * y_q and a_b * c.");
  }

  @Test
  @DisplayName("sets formulas that don't fit beside each other below each other")
  void shouldSplitWideFormulas() {
    assertThat(lines("$$a = 1, \\qquad b = 2$$", 40)).containsExactly("    a = 1,   b = 2");
    assertThat(lines("$$a = 1, \\qquad b = 2$$", 16)).containsExactly("    a = 1,", "    b = 2");
  }

  @Test
  @DisplayName("aligns the columns of a table, and goes row by row where they don't fit")
  void shouldSetTables() {
    String table = "| | 値 |\n|---|---|\n| シグモイド | 0.25 |\n| tanh | 1 |\n";

    assertThat(lines(table, 40))
        .containsExactly("            値", "────────────────", "シグモイド  0.25", "tanh        1");
    assertThat(lines(table, 14)).containsExactly("シグモイド", "  値: 0.25", "tanh", "  値: 1");
  }

  @Test
  @DisplayName("indents lists and numbers, and keeps to the width")
  void shouldSetLists() {
    List<String> lines = lines("- first point here\n- second\n\n1. one\n2. two\n", 12);

    assertThat(lines)
        .containsExactly("• first", "  point here", "• second", "", "1. one", "2. two")
        .allSatisfy(line -> assertThat(Wrapped.columns(line)).isLessThanOrEqualTo(12));
  }

  @Test
  @DisplayName("tells of a picture and where it is")
  void shouldNamePictures() {
    assertThat(lines("![The curve](img/a.png)", 80))
        .containsExactly("▣ The curve → docs/lessons/img/a.png");
  }

  private static List<String> lines(String markdown, int columns) {
    return LessonText.lines(markdown, columns, h -> h);
  }
}
