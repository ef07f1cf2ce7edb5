package org.gradientkata.kata;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.gradientkata.classroom.WholeFile;

/**
 * What a learner has answered so far, in {@code .kata/quiz.properties}. It is written after each
 * answer, beside the old file and then moved over it, so that no interruption leaves half a file.
 */
final class QuizState {
  private static final String RIGHT = "right:";
  private static final String WRONG = "wrong:";

  private final Path file;
  private final Properties answers = new Properties();
  private boolean broken;

  private QuizState(Path file) {
    this.file = file;
  }

  /** The state that is kept in a checkout. */
  static QuizState in(Path root) {
    QuizState state = new QuizState(root.resolve(".kata/quiz.properties"));
    state.load();
    return state;
  }

  /** Whether there was a file that couldn't be read; it has been put aside. */
  boolean wasBroken() {
    return broken;
  }

  boolean isRight(String id) {
    return answers.getProperty(id, "").startsWith(RIGHT);
  }

  boolean isWrong(String id) {
    return answers.getProperty(id, "").startsWith(WRONG);
  }

  /** The answer to a question that was answered rightly. */
  Optional<String> rightAnswer(String id) {
    return isRight(id)
        ? Optional.of(answers.getProperty(id).substring(RIGHT.length()))
        : Optional.empty();
  }

  void put(String id, String answer, boolean right) {
    answers.setProperty(id, (right ? RIGHT : WRONG) + answer);
    try {
      StringWriter text = new StringWriter();
      answers.store(text, null);
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      answers.load(in);
    } catch (IOException | IllegalArgumentException e) {
      answers.clear();
      broken = true;
    }
    if (broken) {
      try {
        WholeFile.move(file, file.resolveSibling("quiz.properties.broken"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
