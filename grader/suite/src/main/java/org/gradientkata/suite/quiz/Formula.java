package org.gradientkata.suite.quiz;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a formula, written in a line as in {@code f(x) = 1/(1 + e^(−x))}, into MathML. The notation
 * is a part of Unicode's linear format for mathematics:
 *
 * <ul>
 *   <li>{@code a/b} is a fraction of what stands next to the stroke without a blank; parentheses
 *       around a whole numerator or denominator are not drawn; {@code a / b} is a plain stroke;
 *   <li>{@code x^2}, {@code x_t}, {@code e^(−x)}, {@code W_hᵀ}, {@code x²}, {@code x₁};
 *   <li>{@code √n}, {@code √(2/n)}; {@code |x|}, {@code ‖g‖};
 *   <li>a run of ASCII letters is one name: {@code max}, {@code dW}.
 * </ul>
 */
public final class Formula {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀˣᵏᵗ";
  private static final String RAISED_AS = "0123456789+−()niTxkt";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢₜₖ";
  private static final String LOWERED_AS = "0123456789+−nitk";
  private static final String PRIMES = "′″";
  private static final String OPENING = "([{|‖";
  private static final String CLOSING = ")]}|‖";

  private final String source;
  private int at;

  private Formula(String source) {
    this.source = source;
  }

  /** A piece of MathML; the inside of one that is drawn in parentheses is kept as well. */
  private record Piece(String mathMl, String bare) {
    Piece(String mathMl) {
      this(mathMl, mathMl);
    }
  }

  /**
   * Sets a formula.
   *
   * @param source in a line
   * @return a {@code math} element that names the source as its alternative text
   * @throws IllegalArgumentException if a parenthesis isn't closed or something is missing
   */
  public static String toMathMl(String source) {
    Formula formula = new Formula(source.strip());
    String row = formula.row('\0');
    return "<math alttext=\"" + escaped(source.strip()) + "\">" + row + "</math>";
  }

  private String row(char closing) {
    StringBuilder row = new StringBuilder("<mrow>");
    while (at < source.length() && source.charAt(at) != closing) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (isOperator(c) || c == '/') {
        row.append(operator(c));
        at++;
      } else {
        row.append(fraction());
      }
    }
    return row.append("</mrow>").toString();
  }

  private String fraction() {
    Piece above = run();
    while (at < source.length() && source.charAt(at) == '/') {
      at++;
      Piece below = run();
      above = new Piece("<mfrac>" + above.bare() + below.bare() + "</mfrac>");
    }
    return above.mathMl();
  }

  /** What stands together without a blank or an operator: one piece, or a product of several. */
  private Piece run() {
    List<Piece> pieces = new ArrayList<>();
    while (at < source.length() && isInRun(source.charAt(at))) {
      // Bars are their own mirror image: the second one of a pair ends the row around it.
      pieces.add(scripted(atom()));
      if (at < source.length() && "|‖".indexOf(source.charAt(at)) >= 0) {
        break;
      }
    }
    if (pieces.isEmpty()) {
      throw problem("something is missing");
    }
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    StringBuilder row = new StringBuilder("<mrow>");
    pieces.forEach(p -> row.append(p.mathMl()));
    return new Piece(row.append("</mrow>").toString());
  }

  private Piece atom() {
    char c = source.charAt(at);
    int opening = OPENING.indexOf(c);
    if (opening >= 0) {
      return group(CLOSING.charAt(opening));
    }
    if (c == '√') {
      at++;
      requireMore();
      return new Piece("<msqrt>" + atom().bare() + "</msqrt>");
    }
    int start = at;
    if (Character.isDigit(c)) {
      while (at < source.length() && isNumeric(at)) {
        at++;
      }
      return new Piece("<mn>" + source.substring(start, at) + "</mn>");
    }
    do {
      at++;
    } while (at < source.length() && isSameName(start));
    return new Piece(name(source.substring(start, at)));
  }

  /** A name such as dW is a product of two letters, set like each of them; max is one word. */
  private static String name(String name) {
    if (name.length() == 2 && name.charAt(0) == 'd') {
      return "<mrow><mi>d</mi><mi>" + name.charAt(1) + "</mi></mrow>";
    }
    return "<mi>" + escaped(name) + "</mi>";
  }

  private Piece group(char closing) {
    char opening = source.charAt(at);
    at++;
    String inner = row(closing);
    if (at == source.length()) {
      throw problem(closing + " is missing");
    }
    at++;
    String drawn =
        "<mrow>" + fence(opening, "prefix") + inner + fence(closing, "postfix") + "</mrow>";
    return opening == '(' ? new Piece(drawn, inner) : new Piece(drawn);
  }

  private Piece scripted(Piece base) {
    String below = "";
    String above = "";
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '_' && below.isEmpty()) {
        at++;
        requireMore();
        below = atom().bare();
      } else if (c == '^' && above.isEmpty()) {
        at++;
        requireMore();
        above = atom().bare();
      } else if (PRIMES.indexOf(c) >= 0 && above.isEmpty()) {
        at++;
        above = "<mo>" + c + "</mo>";
      } else if (RAISED.indexOf(c) >= 0 && above.isEmpty()) {
        above = unicodeScript(RAISED, RAISED_AS);
      } else if (LOWERED.indexOf(c) >= 0 && below.isEmpty()) {
        below = unicodeScript(LOWERED, LOWERED_AS);
      } else {
        break;
      }
    }
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    if (below.isEmpty()) {
      return new Piece("<msup>" + base.mathMl() + above + "</msup>");
    }
    return above.isEmpty()
        ? new Piece("<msub>" + base.mathMl() + below + "</msub>")
        : new Piece("<msubsup>" + base.mathMl() + below + above + "</msubsup>");
  }

  private String unicodeScript(String scripts, String plain) {
    StringBuilder line = new StringBuilder();
    while (at < source.length() && scripts.indexOf(source.charAt(at)) >= 0) {
      line.append(plain.charAt(scripts.indexOf(source.charAt(at))));
      at++;
    }
    return new Formula(line.toString()).row('\0');
  }

  private boolean isNumeric(int index) {
    char c = source.charAt(index);
    boolean point =
        c == '.' && index + 1 < source.length() && Character.isDigit(source.charAt(index + 1));
    return Character.isDigit(c) || point;
  }

  private boolean isSameName(int start) {
    return isAsciiLetter(source.charAt(start)) && isAsciiLetter(source.charAt(at));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isInRun(char c) {
    return c != '/' && !Character.isWhitespace(c) && !isOperator(c) && ")]}".indexOf(c) < 0;
  }

  private static boolean isOperator(char c) {
    return "+−-=·×⊙<>≤≥≈≠∈→←,;:!…~*".indexOf(c) >= 0 || c == 'Σ' || c == 'Π';
  }

  private static String operator(char c) {
    return "<mo>" + escaped(String.valueOf(c == '-' ? '−' : c)) + "</mo>";
  }

  private static String fence(char c, String form) {
    return "<mo fence=\"true\" stretchy=\"true\" form=\"" + form + "\">" + c + "</mo>";
  }

  private void requireMore() {
    if (at == source.length()) {
      throw problem("something is missing");
    }
  }

  private IllegalArgumentException problem(String what) {
    return new IllegalArgumentException(
        "formula '" + source + "': " + what + " at character " + (at + 1));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
