package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.kata.lesson.LessonText;
import org.gradientkata.suite.Lessons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the lesson of an exercise. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
  private static final int WIDEST = 90;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID")
  private String id;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::show);
  }

  private int show() throws IOException {
    String exercise = ExerciseIds.resolve(List.of(id)).get(0);
    String file =
        Lessons.file(exercise).orElseThrow(() -> new Mistake(Messages.get("show.none", exercise)));
    Path lesson = Kit.here().root().resolve(file);
    if (!Files.exists(lesson)) {
      throw new Mistake(Messages.get("show.missing", file));
    }
    int columns = Math.min(WIDEST, console.columns());
    LessonText.lines(Files.readString(lesson), columns, this::heading)
        .forEach(console.out()::println);
    return Kata.OK;
  }

  private String heading(String text) {
    return console.color() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
