package org.gradientkata.labs.experiment;

/** Refuses parameters that a lab can't run with. */
final class Require {
  private Require() {}

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected a finite number > 0");
    }
  }

  static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a number from " + least + " to " + most);
    }
  }

  static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a whole number from " + least + " to " + most);
    }
  }
}
