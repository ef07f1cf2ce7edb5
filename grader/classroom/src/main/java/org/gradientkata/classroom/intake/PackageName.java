package org.gradientkata.classroom.intake;

/** Finds the package that a Java source declares, without a parser that a source could strain. */
final class PackageName {
  private static final String KEYWORD = "package";

  private final String source;
  private int at;

  private PackageName(String source) {
    this.source = source;
  }

  /** The declared package; empty if there is none. */
  static String of(String source) {
    return new PackageName(source).read();
  }

  private String read() {
    skip();
    if (!source.startsWith(KEYWORD, at)) {
      return "";
    }
    at += KEYWORD.length();
    StringBuilder name = new StringBuilder();
    for (skip(); at < source.length() && isPart(source.charAt(at)); skip()) {
      name.append(source.charAt(at++));
    }
    return at < source.length() && source.charAt(at) == ';' ? name.toString() : "";
  }

  private static boolean isPart(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }

  /** Goes over white space and comments. */
  private void skip() {
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("//", at)) {
        at = after("\n");
      } else if (source.startsWith("/*", at)) {
        at += 2;
        at = after("*/");
      } else {
        return;
      }
    }
  }

  private int after(String end) {
    int found = source.indexOf(end, at);
    return found < 0 ? source.length() : found + end.length();
  }
}
