package org.gradientkata.suite;

/** An argument of a parameterized test that says what this one run of it checks. */
public interface Titled {
  /**
   * What is checked.
   *
   * @return a few words in the reader's language
   */
  String checkTitle();
}
