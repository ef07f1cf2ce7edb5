package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.labs.RunFolder;
import org.gradientkata.labs.lesson.LessonPicture;
import org.gradientkata.labs.lesson.LessonPictures;
import org.gradientkata.suite.CompileProblems;
import org.gradientkata.suite.SourceCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the pictures of the lessons with the reference solutions. */
@Command(name = "pictures")
final class AuthorPicturesCommand implements Callable<Integer> {
  private static final String FOLDER = "docs/lessons/img";

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*")
  private List<String> ids = List.of();

  // The launcher reads it, too: it decides whose classes are on the class path.
  @Option(names = "--solutions", required = true)
  @SuppressWarnings("UnusedVariable")
  private boolean solutions;

  AuthorPicturesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::draw);
  }

  private int draw() throws IOException {
    Kit kit = Kit.here();
    List<String> names =
        ExerciseIds.resolve(ids).stream().map(exercise -> exercise.replace(' ', '-')).toList();
    List<SourceCompiler.Problem> problems = kit.solutions().compileIfChanged();
    if (!problems.isEmpty()) {
      throw new Mistake(CompileProblems.text(problems));
    }
    RunFolder folder = new RunFolder(kit.root().resolve(FOLDER));
    folder.requireWritable();
    for (LessonPicture picture : LessonPictures.all()) {
      if (names.contains(picture.name())) {
        Path file = folder.write(picture.name() + ".png", picture.drawing().png());
        console.out().println(Messages.get("run.written", kit.shown(file)));
      }
    }
    return Kata.OK;
  }
}
