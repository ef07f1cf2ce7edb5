package org.gradientkata.kata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gradientkata.suite.quiz.Question;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Where the quiz is asked. */
interface QuizScreen extends AutoCloseable {

  /** Whoever answers wants to stop. */
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Shows text, broken into lines. */
  void say(String text);

  /**
   * Asks for an answer as one types it.
   *
   * @return empty if the question is skipped
   * @throws Stopped if the quiz is
   */
  Optional<String> answer(Question question);

  /**
   * Asks for yes or no.
   *
   * @throws Stopped if the quiz is
   */
  boolean yes(String question);

  @Override
  void close();

  /** Arrow keys where a person sits at a terminal, else lines of text. */
  static QuizScreen of(Console console) {
    if (console.terminal()) {
      try {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
          return new KeyScreen(terminal, console.color());
        }
        terminal.close();
      } catch (IOException | IllegalStateException e) {
        // Without a terminal that takes keys there are still lines.
      }
    }
    return new LineScreen(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        console.out(),
        console.columns());
  }
}
