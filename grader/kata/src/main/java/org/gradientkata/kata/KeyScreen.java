package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Wrapped;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The quiz at a terminal: options are chosen by arrow keys, everything else is typed. */
final class KeyScreen implements QuizScreen {
  private static final int WIDEST = 100;

  private final Terminal terminal;
  private final boolean color;
  private final LineReader reader;

  KeyScreen(Terminal terminal, boolean color) {
    this.terminal = terminal;
    this.color = color;
    // Nothing typed here has a meaning for a shell, an exclamation mark for instance.
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  public void say(String text) {
    for (String line : Wrapped.lines(text, columns())) {
      terminal.writer().println(color ? colored(line) : line);
    }
    terminal.flush();
  }

  @Override
  public Optional<String> answer(Question question) {
    if (question.form() instanceof Choice choice) {
      List<String> options = choice.options().stream().map(o -> o.text().plain()).toList();
      KeyMenu menu = new KeyMenu(terminal, color, columns(), options, choice.several());
      if (menu.fits()) {
        return menu.choose();
      }
      for (int i = 0; i < options.size(); i++) {
        say("  (" + (i + 1) + ") " + options.get(i));
      }
    }
    say(question.form().howToAnswer().plain() + Messages.get("quiz.prompt"));
    String line = read("> ");
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  @Override
  public boolean yes(String question) {
    while (true) {
      say(question);
      String word = read(Messages.get("quiz.yes-no").strip() + " ").toLowerCase(Locale.ROOT);
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
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String prompt) {
    try {
      String line = reader.readLine(prompt).strip();
      if (line.equals("q")) {
        throw new Stopped();
      }
      return line;
    } catch (UserInterruptException | EndOfFileException e) {
      throw new Stopped();
    }
  }

  private static String colored(String line) {
    String style = "";
    if (line.startsWith("✔")) {
      style = "1;32";
    } else if (line.startsWith("✘")) {
      style = "1;31";
    } else if (line.startsWith("[")) {
      style = "1";
    }
    return style.isEmpty() ? line : "\u001b[" + style + "m" + line + "\u001b[0m";
  }

  /** A size of 0 is what a terminal answers that doesn't know. */
  private int columns() {
    int width = terminal.getColumns();
    return Math.min(WIDEST, width > 0 ? width - 1 : 79);
  }
}
