package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.suite.quiz.Formula;
import org.gradientkata.suite.quiz.Markup;

/**
 * Finds the formulas in a plain sentence, such as a verdict, so that a page can set them. A formula
 * has an operator, a script or a prime; what could as well be a word stays one.
 */
final class FormulaFinder {
  private static final String OPERATORS = "=+−·×⊙/<>≤≥≈≠→";
  private static final String SIGNS = "′″ᵀ²³⁰¹⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣᵏᵗ₀₁₂₃₄₅₆₇₈₉ₙᵢₜₖ^_√";
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(?![\\d.]*[eE][-+\\d])");
  private static final Pattern SCRIPTS =
      Pattern.compile("[" + SIGNS.replaceAll("[√^_]", "") + "]*");

  /** Two words in one, as fanIn; a letter alone; dW; or a function, whose name a sign follows. */
  private static final Pattern NAME =
      Pattern.compile(
          "d[A-Z](?![A-Za-z])|[a-z]+[A-Z][A-Za-z]*|[A-Za-z](?![A-Za-z])"
              + "|[\\p{IsGreek}∂Σ∞]|[A-Za-z]{2,}(?=[′(²])");

  private final String text;

  private FormulaFinder(String text) {
    this.text = text;
  }

  /** The parts of a sentence: words and formulas, none of them lost. */
  static List<Markup.Part> parts(String sentence) {
    return new FormulaFinder(sentence).parts();
  }

  private List<Markup.Part> parts() {
    List<Markup.Part> parts = new ArrayList<>();
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      int end = startsHere(at) ? expression(at, false) : -1;
      if (end > at && isFormula(text.substring(at, end)) && !continuesWord(end)) {
        addWords(parts, words, at);
        parts.add(new Markup.Part(Markup.Kind.FORMULA, set(text.substring(at, end))));
        words = end;
        at = end;
      } else {
        at++;
      }
    }
    addWords(parts, words, at);
    return parts;
  }

  private void addWords(List<Markup.Part> parts, int from, int to) {
    if (to > from) {
      parts.add(new Markup.Part(Markup.Kind.WORDS, text.substring(from, to)));
    }
  }

  /** In the middle of a word or a number no formula starts. */
  private boolean startsHere(int at) {
    return at == 0
        || !(isAscii(text.charAt(at - 1)) || "._#@'\"/\\[".indexOf(text.charAt(at - 1)) >= 0);
  }

  private boolean continuesWord(int end) {
    return end < text.length()
        && (isAscii(text.charAt(end)) || "[_'".indexOf(text.charAt(end)) >= 0);
  }

  private static boolean isAscii(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static boolean isFormula(String run) {
    boolean told = run.chars().anyMatch(c -> OPERATORS.indexOf(c) >= 0 || SIGNS.indexOf(c) >= 0);
    if (!told || run.length() < 2) {
      return false;
    }
    try {
      Formula.toMathMl(set(run));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A stroke between blanks is a fraction all the same. */
  private static String set(String run) {
    return run.replace(" / ", "/");
  }

  /** The end of operands with operators between them; in parentheses commas too. */
  private int expression(int start, boolean inParentheses) {
    int end = operand(start);
    int last = end;
    while (last > 0) {
      end = last;
      int next = skipBlank(end);
      boolean comma = inParentheses && next < text.length() && text.charAt(next) == ',';
      boolean operator =
          next < text.length()
              && (OPERATORS.indexOf(text.charAt(next)) >= 0
                  || (next > end && text.startsWith("- ", next)));
      last = comma || operator ? operand(skipBlank(next + 1)) : -1;
    }
    return end;
  }

  private int skipBlank(int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private int operand(int start) {
    int at = start;
    if (at < text.length() && "−-+".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int end = -1;
    for (int next = atom(at); next > 0; next = atom(next)) {
      end = next;
    }
    return end;
  }

  private int atom(int start) {
    if (start >= text.length()) {
      return -1;
    }
    char c = text.charAt(start);
    if (c == '(' || c == '|' || c == '‖') {
      int end = expression(start + 1, true);
      char closing = c == '(' ? ')' : c;
      boolean closed = end > 0 && end < text.length() && text.charAt(end) == closing;
      return closed ? scripts(end + 1) : -1;
    }
    if (c == '√') {
      return atom(start + 1);
    }
    for (Pattern pattern : List.of(NUMBER, NAME)) {
      Matcher matcher = pattern.matcher(text).region(start, text.length());
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt()) {
        return scripts(matcher.end());
      }
    }
    return -1;
  }

  private int scripts(int start) {
    Matcher scripts = SCRIPTS.matcher(text).region(start, text.length());
    int end = scripts.lookingAt() ? scripts.end() : start;
    if (end < text.length() && (text.charAt(end) == '^' || text.charAt(end) == '_')) {
      int raised = atom(end + 1);
      return raised > 0 ? raised : end;
    }
    return end;
  }
}
