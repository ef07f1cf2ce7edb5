package org.gradientkata.kata.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets the LaTeX of the lessons in one line of Unicode: {@code \frac{a}{b+c}} as a/(b + c). */
final class MathText {
  private static final String UP_FROM = "0123456789+-−=()niTtkN'";
  private static final String UP_TO = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵀᵗᵏᴺ′";
  private static final String DOWN_FROM = "0123456789+-−=()aehijklmnoprstuvx";
  private static final String DOWN_TO = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
  private static final Map<String, String> SYMBOLS = symbols();

  private final String tex;
  private int at;

  private MathText(String tex) {
    this.tex = tex;
  }

  /**
   * Sets a formula.
   *
   * @param tex what stands between the dollar signs
   * @return one line; commands that it doesn't know stay as they are
   */
  static String of(String tex) {
    return new MathText(tex.replace('\n', ' '))
        .sequence('\0')
        .replaceAll(" *([=≈≤≥≠<>←↦∼·⊙|]) *", " $1 ")
        .replaceAll(" *;", ";")
        .replaceAll("‖ *([^‖]*?) *‖", "‖$1‖")
        .replaceAll(" +", " ")
        .replaceAll(" *\u2003 *", "   ")
        .strip();
  }

  /** Everything up to a closing character, which is passed over. */
  private String sequence(char end) {
    StringBuilder text = new StringBuilder();
    while (at < tex.length() && tex.charAt(at) != end) {
      text.append(item(text));
    }
    at++;
    return text.toString();
  }

  private String item(StringBuilder before) {
    char c = tex.charAt(at);
    if (c == '\\') {
      return command();
    }
    at++;
    return switch (c) {
      case '{' -> sequence('}');
      case '^' -> raised(argument());
      case '_' -> small(argument(), DOWN_FROM, DOWN_TO, "_");
      case '-' -> isSign(before) ? "−" : spaced(before, "− ");
      case '+' -> spaced(before, "+ ");
      case '\'' -> "′";
      case '&' -> "\u2003";
      case '~' -> " ";
      default -> String.valueOf(c);
    };
  }

  /** Whether a minus stands before a number and not between two. */
  private static boolean isSign(StringBuilder before) {
    String text = before.toString().stripTrailing();
    return text.isEmpty() || "=(,<>←·+−≈;".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private String spaced(StringBuilder before, String sign) {
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    boolean apart = before.length() == 0 || before.charAt(before.length() - 1) == ' ';
    return apart ? sign : " " + sign;
  }

  /** What a command or an index applies to: a group, a command or one character. */
  private String argument() {
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    return at < tex.length() ? item(new StringBuilder()) : "";
  }

  private String command() {
    int start = ++at;
    while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
      at++;
    }
    if (at == start) {
      char c = tex.charAt(at++);
      return c == '\\' ? "; " : ",;:! ".indexOf(c) >= 0 ? " " : String.valueOf(c);
    }
    String name = tex.substring(start, at);
    return switch (name) {
      case "frac", "tfrac" -> operand(argument()) + "/" + operand(argument());
      case "sqrt" -> "√" + operand(argument());
      case "text", "mathrm", "operatorname" -> group();
      case "hat" -> argument() + "\u0302";
      case "left", "right", "Big", "Bigl", "Bigr", "textstyle" -> "";
      case "begin" -> environment(group());
      default -> SYMBOLS.getOrDefault(name, "\\" + name) + afterSymbol(name);
    };
  }

  /** A blank after a command's name ends it, but the reader wants to see most of them, too. */
  private String afterSymbol(String name) {
    boolean blank = at < tex.length() && tex.charAt(at) == ' ';
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    return blank && !name.equals("partial") ? " " : "";
  }

  /** The text between braces, as it stands. */
  private String group() {
    int start = tex.indexOf('{', at) + 1;
    at = tex.indexOf('}', start) + 1;
    return tex.substring(start, at - 1);
  }

  private String environment(String name) {
    String end = "\\end{" + name + "}";
    int to = tex.indexOf(end, at);
    String body = tex.substring(at, to);
    at = to + end.length();
    boolean matrix = name.equals("pmatrix");
    return matrix
        ? "(" + of(body.replace('-', '−').replace("&", "")) + ")"
        : "{ " + of(body).replace("   ", ", ") + " }";
  }

  private static String operand(String text) {
    boolean simple =
        text.matches(
            "[\\p{L}\\p{N}.′\\p{Mn}²³ⁿ₀-ₜ∂σ]+|\\(.*\\)|‖[^‖]*‖|√\\(.*\\)|e\\^\\([^()]*\\)");
    return simple ? text : "(" + text.strip() + ")";
  }

  private static String raised(String text) {
    return text.strip().equals("⊤") ? text.replace('⊤', 'ᵀ') : small(text, UP_FROM, UP_TO, "^");
  }

  private static String small(String text, String from, String to, String sign) {
    String plain = text.replace(" ", "");
    if (plain.codePoints().allMatch(c -> from.indexOf(c) >= 0)) {
      return plain
          .codePoints()
          .mapToObj(c -> String.valueOf(to.charAt(from.indexOf(c))))
          .collect(Collectors.joining());
    }
    return plain.length() == 1 ? sign + plain : sign + "(" + text.strip() + ")";
  }

  private static Map<String, String> symbols() {
    String[] pairs =
        ("cdot · ;sum Σ;prod ∏;partial ∂;sigma σ;gamma γ;beta β;mu μ;theta θ;eta η;delta δ;Delta Δ"
                + ";varepsilon ε;epsilon ε;approx ≈;le ≤;ge ≥;ne ≠;leftarrow ←;mapsto ↦;sim ∼"
                + ";infty ∞;odot ⊙;top ⊤;mid |;lVert ‖;rVert ‖;cdots ⋯;ldots …;quad \u2003;qquad \u2003"
                + ";tanh tanh;log log;ln ln;max max;min min;cos cos;sin sin")
            .split(";");
    Map<String, String> symbols = new HashMap<>();
    for (String pair : pairs) {
      int blank = pair.indexOf(' ');
      symbols.put(pair.substring(0, blank), pair.substring(blank + 1));
    }
    return symbols;
  }
}
