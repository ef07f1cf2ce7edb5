package org.gradientkata.classroom.batch;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Class bodies that are meant to take the compiler down, too long to be written by hand. */
final class Bombs {
  private Bombs() {}

  static String of(String kind) {
    return switch (kind) {
      case "doubling" ->
          "static final String A0 = \"0123456789\";\n"
              + each(
                  1,
                  40,
                  i -> "static final String A" + i + " = A" + (i - 1) + " + A" + (i - 1) + ";\n");
      case "chain" -> "boolean f() { return " + "!".repeat(60_000) + "true; }";
      case "lambdas" ->
          "interface F { int f(int x); } interface G { long f(int x); }"
              + "static int m(F f) { return 1; } static int m(G g) { return 2; }"
              + "int x() { return "
              + "m(x -> ".repeat(30)
              + "1"
              + ")".repeat(30)
              + "; }";
      case "blocks" -> "void f() { " + "{ ".repeat(60_000) + "} ".repeat(60_000) + "}";
      case "generics" ->
          "static <T> java.util.List<T> l(T t) { return null; } Object f() { return "
              + "l(".repeat(4_000)
              + "1"
              + ")".repeat(4_000)
              + "; }";
      case "array" -> "static final int[] A = {" + each(0, 50_000, i -> i + ",") + "};";
      case "method" -> "int f(int x) { " + "x += x * 31 + 7; ".repeat(14_000) + "return x; }";
      case "brackets" ->
          "int f() { return " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "; }";
      case "classes" -> each(0, 10_000, i -> "class A" + i + "{}\n");
      case "name" -> "int " + "a".repeat(60_000) + ";\n class " + "B".repeat(60_000) + " { }";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String each(int from, int to, IntFunction<String> text) {
    return IntStream.range(from, to).mapToObj(text).collect(Collectors.joining());
  }
}
