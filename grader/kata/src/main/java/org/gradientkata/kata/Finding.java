package org.gradientkata.kata;

/**
 * What an examination found of one thing.
 *
 * @param grade how bad it is
 * @param subject what was looked at
 * @param seen how it is
 * @param remedy what to do; empty if nothing
 */
record Finding(Grade grade, String subject, String seen, String remedy) {

  /** How bad it is. */
  enum Grade {
    /** As it should be. */
    GOOD("✔"),
    /** It works, but less well than it could. */
    WEAK("·"),
    /** Something will not work. */
    BAD("✘");

    private final String mark;

    Grade(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /** A finding whose texts are {@code doctor.KEY} and, unless good, {@code doctor.KEY.remedy}. */
  static Finding of(Grade grade, String key, String seen) {
    String remedy = grade == Grade.GOOD ? "" : Messages.get("doctor." + key + ".remedy");
    return new Finding(grade, Messages.get("doctor." + key), seen, remedy);
  }
}
