package org.gradientkata.suite;

/**
 * What came of one test.
 *
 * @param exercise number and name of its exercise
 * @param method the test's method, with the invocation's number if it has several
 * @param title what it checks, in the reader's language
 * @param stage the stage whose points need it
 * @param state SOLVED if it passed
 * @param message why it didn't pass, in the reader's language; empty if it did
 * @param millis how long it took
 */
public record Outcome(
    String exercise,
    String method,
    String title,
    Stage stage,
    State state,
    String message,
    long millis) {}
