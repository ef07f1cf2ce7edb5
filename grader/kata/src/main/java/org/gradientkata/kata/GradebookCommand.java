package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.Changes;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.gradebook.ReportGradebook;
import org.gradientkata.classroom.intake.Roster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a gradebook of reports that others have written. */
@Command(name = "gradebook")
final class GradebookCommand implements Callable<Integer> {
  private static final int NAME = 24;
  private static final int MOST_REMARKS = 8;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REPORTS")
  private String reports;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private String out;

  @Option(names = "--roster", paramLabel = "FILE")
  private String roster;

  GradebookCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::write);
  }

  private int write() throws IOException {
    Path folder = Kit.typed(out);
    try {
      Roster people = roster == null ? Roster.empty() : Roster.read(Kit.typed(roster));
      for (SubmissionResult result :
          new ReportGradebook(Kit.typed(reports), folder, people).write()) {
        show(result);
      }
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
    ChangeLines.of(Changes.in(new ResultFolder(folder))).forEach(console.out()::println);
    console.out().println(Messages.get("gradebook.written", folder.resolve("gradebook.csv")));
    console.out().println(ClassroomTexts.get("reports.forgeable"));
    return Kata.OK;
  }

  private void show(SubmissionResult result) {
    String name = TextWidth.padded(result.submission(), NAME);
    console
        .out()
        .println(Messages.get("gradebook.line", name, result.points(), result.maximum()).strip());
    result.remarks().stream().limit(MOST_REMARKS).forEach(r -> console.out().println("  " + r));
    int more = result.remarks().size() - MOST_REMARKS;
    if (more > 0) {
      console.out().println("  " + Messages.get("gradebook.remarks", more));
    }
  }
}
