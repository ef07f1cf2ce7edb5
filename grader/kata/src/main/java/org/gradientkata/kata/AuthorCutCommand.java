package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.author.AuthorException;
import org.gradientkata.author.Cut;
import org.gradientkata.suite.CompileProblems;
import org.gradientkata.suite.SourceCompiler;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Quiz;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cuts the stubs, the twins and the list of places out of the solutions. */
@Command(name = "cut")
final class AuthorCutCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(names = "--check")
  private boolean check;

  AuthorCutCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::cut);
  }

  private int cut() {
    Kit kit = Kit.here();
    AnswerSet solutions = kit.solutions();
    List<SourceCompiler.Problem> problems = solutions.compileIfChanged();
    if (!problems.isEmpty()) {
      throw new Mistake(CompileProblems.text(problems));
    }
    List<Path> files;
    try {
      Cut cut = new Cut(kit.root(), classPath(solutions));
      files = new ArrayList<>(check ? cut.differences() : cut.write());
      if (isSheetOutdated(kit)) {
        files.add(kit.root().resolve(AnswerSheet.PLACE));
      }
    } catch (AuthorException e) {
      throw new Mistake(e.getMessage());
    }
    String key = check ? "cut.differs" : "cut.written";
    files.forEach(file -> console.out().println(Messages.get(key, kit.shown(file))));
    if (files.isEmpty()) {
      console.out().println(Messages.get("cut.same"));
    }
    return check && !files.isEmpty() ? Kata.WRONG : Kata.OK;
  }

  /** Writes the blank answer sheet of the quiz, too, where the solutions have one. */
  private boolean isSheetOutdated(Kit kit) {
    Path file = kit.root().resolve(AnswerSheet.PLACE);
    try {
      if (!Files.exists(kit.root().resolve("solutions").resolve(file.getFileName()))) {
        return false;
      }
      String blank = BlankSheet.of(Quiz.ofKit());
      boolean outdated = !Files.exists(file) || !Files.readString(file).equals(blank);
      if (outdated && !check) {
        Files.writeString(file, blank);
      }
      return outdated;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> classPath(AnswerSet solutions) {
    List<Path> classPath = new ArrayList<>(Kit.classPath());
    classPath.add(solutions.classes());
    return classPath;
  }
}
