package org.gradientkata.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer must not use. The constants are asked in their order; what none of them forbids
 * must belong to what an exercise may use.
 */
enum Forbidden {
  /** The end of the JVM. */
  EXIT("java\\.lang\\.(System#(exit|exec)|Runtime#.*|Runtime|Shutdown.*)"),
  /** Processes. */
  PROCESSES("java\\.lang\\.(ProcessBuilder|Process|ProcessHandle)\\b.*"),
  /** Threads, and what starts them unseen. */
  THREADS(
      "java\\.util\\.concurrent\\..*|java\\.util\\.Timer(Task)?\\b.*"
          + "|java\\.lang\\.(Thread|InheritableThreadLocal)\\w*\\b.*"
          + "|java\\.lang\\.Object#(wait|notify|notifyAll)|java\\.util\\..*#parallel\\w*"
          + "|java\\.util\\.stream\\.StreamSupport\\b.*"
          + "|org\\.ejml\\.concurrency\\..*|org\\.ejml\\..*_MT_.*"),
  /** Services that the class path offers. */
  SERVICES("java\\.util\\.ServiceLoader\\b.*"),
  /** Settings of the JVM. */
  SYSTEM(
      "java\\.lang\\.System#(?!(arraycopy|nanoTime|currentTimeMillis|identityHashCode"
          + "|lineSeparator|out|err)$).*"
          + "|java\\.lang\\.(Boolean#getBoolean|Integer#getInteger|Long#getLong|SecurityManager.*)"
          + "|java\\.util\\.(Locale|TimeZone)#setDefault|java\\.lang\\.management\\..*"),
  /** Reflection, and looking at who calls. */
  REFLECTION(
      "java\\.lang\\.(reflect|invoke|instrument|constant)\\..*|java\\.beans\\..*"
          + "|java\\.lang\\.(ClassLoader|Module|ModuleLayer|StackWalker|StackTraceElement)\\b.*"
          + "|java\\.lang\\.Class#(?!(getSimpleName|getName|desiredAssertionStatus|isInstance|cast"
          + "|hashCode|equals|toString)$).*"
          + "|.*#[gs]etStackTrace|.*#fillInStackTrace"),
  /** Files. */
  FILES(
      "java\\.io\\.(?!(Serializable|PrintStream|IOException|UncheckedIOException|Closeable)\\b).*"
          + "|java\\.io\\.PrintStream#<init>|java\\.nio\\..*"
          + "|java\\.util\\.(zip|jar|logging|prefs)\\..*"
          + "|java\\.util\\.(Scanner|Formatter|ResourceBundle)\\b.*|javax\\.imageio\\..*"
          + "|org\\.ejml\\.ops\\.(MatrixIO|ReadMatrixCsv|ReadCsv)\\b.*"
          + "|org\\.ejml\\.(simple\\.\\w+|data\\.\\w+)#(save|load)\\w*"),
  /** The network. */
  NETWORK("(java\\.net|javax\\.net|java\\.rmi|javax\\.naming|jdk\\.net)\\..*|com\\.sun\\.net\\..*"),
  /** The tests, and what judges. */
  TESTS(
      "org\\.(junit|opentest4j|assertj|apiguardian)\\..*|com\\.tngtech\\..*"
          + "|org\\.gradientkata\\.(suite|author|classroom|labs|kata)\\..*"
          + "|org\\.gradientkata\\..*(Test|Probes)(#.*)?"
          + "|org\\.gradientkata\\.contract\\.NotStarted#takeLatest"),
  /** Whatever else an exercise has no use for. */
  ELSEWHERE("(?!" + Allowed.PATTERN + ").*");

  private final Pattern pattern;

  Forbidden(String regex) {
    this.pattern = Pattern.compile(regex);
  }

  /** Why a use of a class is forbidden; the member is empty for the class as a type. */
  static Optional<Forbidden> of(String className, String member) {
    String used = member.isEmpty() ? className : className + "#" + member;
    return Arrays.stream(values()).filter(f -> f.pattern.matcher(used).matches()).findFirst();
  }

  /** The key of the text that says why. */
  String textKey() {
    return "rule." + name().toLowerCase(Locale.ROOT);
  }

  /** What an exercise is made of. */
  private static final class Allowed {
    private static final List<String> PACKAGES =
        List.of(
            "java\\.lang\\.\\w+",
            "java\\.lang\\.(annotation|runtime)\\..*",
            "java\\.io\\.(Serializable|PrintStream|IOException|UncheckedIOException|Closeable)",
            "java\\.util\\.\\w+",
            "java\\.util\\.(function|stream|random)\\..*",
            "java\\.(math|text)\\..*",
            "org\\.ejml\\..*",
            "org\\.gradientkata\\..*");

    /** Any of the packages, or a primitive type, as a whole or with a member. */
    static final String PATTERN = "(" + String.join("|", PACKAGES) + "|[a-z]+)(\\$.*)?(#.*)?$";

    private Allowed() {}
  }
}
