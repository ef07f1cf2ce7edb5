package org.gradientkata.kata;

import java.util.List;
import java.util.stream.Collectors;
import org.gradientkata.suite.quiz.Bilingual;
import org.gradientkata.suite.quiz.Formula;
import org.gradientkata.suite.quiz.Markup;

/** Texts as HTML, formulas as MathML. */
final class MarkupHtml {
  private MarkupHtml() {}

  /** Both languages beside each other; the page shows one of them. Once, if they are the same. */
  static String bilingual(Bilingual text) {
    return both(html(text.en()), html(text.ja()));
  }

  /**
   * Two pieces of HTML beside each other; the page shows one of them. Once, if they are the same.
   */
  static String both(String en, String ja) {
    return both("span", en, ja);
  }

  /** Two pieces that have paragraphs. */
  static String bothBlocks(String en, String ja) {
    return both("div", en, ja);
  }

  private static String both(String tag, String en, String ja) {
    String pattern = "<%1$s lang=\"en\">%2$s</%1$s><%1$s lang=\"ja\">%3$s</%1$s>";
    return en.equals(ja) ? en : pattern.formatted(tag, en, ja);
  }

  static String html(String text) {
    return html(Markup.parts(text));
  }

  static String html(List<Markup.Part> parts) {
    return parts.stream().map(MarkupHtml::html).collect(Collectors.joining());
  }

  private static String html(Markup.Part part) {
    return switch (part.kind()) {
      case FORMULA -> Formula.toMathMl(part.text());
      case CODE -> "<code>" + escaped(part.text()) + "</code>";
      case WORDS -> escaped(part.text());
    };
  }

  /** Text that has no markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
