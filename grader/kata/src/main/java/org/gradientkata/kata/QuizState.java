package org.gradientkata.kata;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a learner has answered so far.
 *
 * @param file where it is kept
 */
record QuizState(StateFile file) {
  private static final String RIGHT = "right:";
  private static final String WRONG = "wrong:";

  /** The state that is kept in a checkout. */
  static QuizState in(Path root) {
    return new QuizState(StateFile.in(root, "quiz.properties"));
  }

  /** Whether there was a file that couldn't be read; it has been put aside. */
  boolean wasBroken() {
    return file.wasBroken();
  }

  boolean isRight(String id) {
    return file.get(id).startsWith(RIGHT);
  }

  boolean isWrong(String id) {
    return file.get(id).startsWith(WRONG);
  }

  /** The answer to a question that was answered rightly. */
  Optional<String> rightAnswer(String id) {
    return isRight(id) ? Optional.of(file.get(id).substring(RIGHT.length())) : Optional.empty();
  }

  void put(String id, String answer, boolean right) {
    file.put(id, (right ? RIGHT : WRONG) + answer);
  }
}
