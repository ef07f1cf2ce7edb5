package org.gradientkata.kata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Wrapped;

/**
 * The quiz in lines of text: numbered options, an answer and Enter.
 *
 * @param in what is typed
 * @param out where it is asked
 * @param columns how wide lines may be
 */
record LineScreen(BufferedReader in, PrintWriter out, int columns) implements QuizScreen {
  private static final String INDENT = "      ";

  @Override
  public void say(String text) {
    Wrapped.lines(text, columns).forEach(out::println);
  }

  @Override
  public Optional<String> answer(Question question) {
    if (question.form() instanceof Choice choice) {
      for (int i = 0; i < choice.options().size(); i++) {
        String option = choice.options().get(i).text().plain();
        option(i + 1, option).forEach(out::println);
      }
    }
    String line = read(question.form().howToAnswer().plain() + Messages.get("quiz.prompt"));
    return line.isBlank() ? Optional.empty() : Optional.of(line);
  }

  @Override
  public boolean yes(String question) {
    while (true) {
      String word = read(question + Messages.get("quiz.yes-no")).toLowerCase(Locale.ROOT);
      if (word.matches("y|yes|はい")) {
        return true;
      }
      if (word.matches("n|no|いいえ")) {
        return false;
      }
    }
  }

  @Override
  public void close() {
    out.flush();
  }

  private List<String> option(int number, String text) {
    List<String> lines = Wrapped.lines(text, columns - INDENT.length());
    return java.util.stream.IntStream.range(0, lines.size())
        .mapToObj(i -> (i == 0 ? "  (" + number + ") " : INDENT) + lines.get(i))
        .toList();
  }

  private String read(String prompt) {
    out.print(prompt + " ");
    out.flush();
    try {
      String line = in.readLine();
      if (line == null || line.strip().equals("q")) {
        out.println();
        throw new Stopped();
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
