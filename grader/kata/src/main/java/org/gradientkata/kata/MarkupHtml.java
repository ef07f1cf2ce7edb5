package org.gradientkata.kata;

import java.util.stream.Collectors;
import org.gradientkata.suite.quiz.Bilingual;
import org.gradientkata.suite.quiz.Formula;
import org.gradientkata.suite.quiz.Markup;

/** Texts of the quiz as HTML, formulas as MathML. */
final class MarkupHtml {
  private MarkupHtml() {}

  /** Both languages beside each other; the page shows one of them. Once, if they are the same. */
  static String bilingual(Bilingual text) {
    return text.en().equals(text.ja())
        ? html(text.en())
        : "<span lang=\"en\">"
            + html(text.en())
            + "</span><span lang=\"ja\">"
            + html(text.ja())
            + "</span>";
  }

  static String html(String text) {
    return Markup.parts(text).stream().map(MarkupHtml::html).collect(Collectors.joining());
  }

  private static String html(Markup.Part part) {
    return switch (part.kind()) {
      case FORMULA -> Formula.toMathMl(part.text());
      case CODE -> "<code>" + escaped(part.text()) + "</code>";
      case WORDS -> escaped(part.text());
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
