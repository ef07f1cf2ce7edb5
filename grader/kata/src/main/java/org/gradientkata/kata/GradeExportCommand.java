package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.export.Export;
import org.gradientkata.classroom.export.Format;
import org.gradientkata.classroom.export.GradedBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes grades as learning platforms and other programs read them. */
@Command(name = "export")
final class GradeExportCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", descriptionKey = "dir")
  private String graded;

  @Option(names = "--format", paramLabel = "FORMAT", required = true)
  private String format;

  @Option(names = "--out", paramLabel = "PATH", required = true)
  private String out;

  @Option(names = "--column", paramLabel = "NAME", defaultValue = Export.COLUMN)
  private String column;

  @Option(names = "--policy", paramLabel = "YAML")
  private String policy;

  GradeExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::export);
  }

  private int export() throws IOException {
    Path file = Kit.typed(out);
    try {
      GradedBatch batch =
          GradedBatch.read(Kit.typed(graded), Optional.ofNullable(policy).map(Kit::typed));
      List<String> remarks = new Export(Format.of(format), column).write(batch, file);
      remarks.forEach(console.out()::println);
      console.out().println(Messages.get("grade.exported", file));
      if (batch.settings().advisory()) {
        console.out().println(Messages.get("grade.export-advisory"));
      }
      return Kata.OK;
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
  }
}
