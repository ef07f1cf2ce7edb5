package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.gradientkata.labs.RunFolder;
import org.gradientkata.suite.CompileProblems;
import org.gradientkata.suite.SourceCompiler;
import picocli.CommandLine.Option;

/** Whose classes a run uses, and where its files go. */
final class RunPlace {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "run.out")
  private String out;

  @Option(names = "--solutions", descriptionKey = "run.solutions")
  private boolean solutions;

  /**
   * A place that is ready.
   *
   * @param kit the checkout
   * @param folder can be written to
   * @param answers compiled, as far as they can be
   */
  record Ready(Kit kit, RunFolder folder, AnswerSet answers) {

    /** Says that a file was written. */
    void announce(Console console, Path file) {
      console.out().println(Messages.get("run.written", kit.shown(file)));
    }
  }

  /** Finds out what could go wrong before any work is done. */
  Ready prepare(Console console) throws IOException {
    Kit kit = Kit.here();
    RunFolder folder = new RunFolder(out == null ? fresh(kit) : Kit.typed(out));
    folder.requireWritable();
    AnswerSet answers = kit.answers(solutions);
    List<SourceCompiler.Problem> problems = answers.compileIfChanged();
    if (!problems.isEmpty()) {
      console.err().println(CompileProblems.text(problems));
    }
    return new Ready(kit, folder, answers);
  }

  private static Path fresh(Kit kit) {
    String name = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    return kit.root().resolve("runs").resolve(name);
  }
}
