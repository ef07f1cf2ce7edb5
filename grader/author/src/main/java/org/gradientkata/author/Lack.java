package org.gradientkata.author;

import java.util.Arrays;
import java.util.List;

/**
 * Something that an exercise should have and doesn't.
 *
 * @param kind what is lacking
 * @param details what a reader needs to find the place, such as a file and a key
 */
public record Lack(Kind kind, List<String> details) {

  /** What can be lacking. */
  public enum Kind {
    /** The stub differs from the cut, or isn't there: file. */
    STUB,
    /** No test class: its name. */
    TEST_CLASS,
    /** No points in {@code @Exercise}: test class. */
    POINTS,
    /** Fewer than three known-wrong twins: how many there are. */
    TWINS,
    /** No other right form of any class. */
    RIGHT_FORM,
    /** A text that a file should have: file, key. */
    TEXT,
    /** A text that nothing asks for: file, key. */
    UNUSED_TEXT,
    /** A text with other gaps than in English: file, key. */
    GAPS,
    /** No lesson: file. */
    LESSON,
    /** A lesson without a picture that is there: the lesson. */
    PICTURE,
    /** No question in the quiz. */
    QUESTION
  }

  /**
   * Takes a copy.
   *
   * @param kind what is lacking
   * @param details what a reader needs to find the place
   */
  public Lack {
    details = List.copyOf(details);
  }

  /** Something that is lacking. */
  static Lack of(Kind kind, Object... details) {
    return new Lack(kind, Arrays.stream(details).map(String::valueOf).toList());
  }
}
