package org.gradientkata.kata;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with the surroundings and how to mend it. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private static final int ROOM_FOR_REMEDY = 40;

  private final Console console;

  @Spec private CommandSpec spec;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::examine);
  }

  private int examine() {
    Standings colors = new Standings(console);
    List<Finding> findings = new Examination(Kit.here(), console).findings();
    int width = findings.stream().mapToInt(f -> TextWidth.of(f.subject())).max().orElse(0);
    for (Finding finding : findings) {
      String mark = finding.grade().mark();
      String line = mark + " " + TextWidth.padded(finding.subject(), width) + "  " + finding.seen();
      console.out().println(colors.colored(line));
      if (!finding.remedy().isEmpty()) {
        remedy(finding.remedy(), width + 4).forEach(console.out()::println);
      }
    }
    boolean ill = findings.stream().anyMatch(f -> f.grade() == Finding.Grade.BAD);
    console.out().println();
    console.out().println(Messages.get(ill ? "doctor.ill" : "doctor.well"));
    return ill ? Kata.WRONG : Kata.OK;
  }

  /** Below what was seen, or farther to the left where that leaves too little room. */
  private List<String> remedy(String text, int indent) {
    int from = console.columns() - indent < ROOM_FOR_REMEDY ? 4 : indent;
    return new WatchText(console.columns()).wrapped(List.of(" ".repeat(from) + "→ " + text));
  }
}
