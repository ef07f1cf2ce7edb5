package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.Merge;
import org.gradientkata.classroom.intake.Roster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the parts of a batch. */
@Command(name = "merge")
final class GradeMergeCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PART", arity = "1..*", descriptionKey = "part")
  private List<String> parts;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private String out;

  @Option(names = "--roster", paramLabel = "CSV")
  private String roster;

  GradeMergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::merge);
  }

  private int merge() throws IOException {
    Path folder = Kit.typed(out);
    try {
      Roster people = roster == null ? Roster.empty() : Roster.read(Kit.typed(roster));
      Merge.Merged whole = Merge.of(parts.stream().map(Kit::typed).toList(), folder, people);
      whole.remarks().forEach(console.out()::println);
      int rows = whole.gradebook().rows().size();
      console.out().println(Messages.get("grade.merged", parts.size(), rows, folder));
      return Kata.OK;
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
  }
}
