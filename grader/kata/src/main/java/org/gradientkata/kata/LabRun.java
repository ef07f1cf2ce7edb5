package org.gradientkata.kata;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gradientkata.labs.experiment.Lab;
import org.gradientkata.labs.experiment.LabFiles;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.LabTexts;
import org.gradientkata.suite.Texts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A lab on the command line: runs it, shows its report, keeps its files. */
abstract class LabRun implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private RunPlace place;

  LabRun(Console console) {
    this.console = console;
  }

  /** The lab with what was typed, read and checked. */
  abstract Lab lab();

  @Override
  public final Integer call() {
    return Kata.guarded(spec.commandLine(), () -> run(this::lab));
  }

  private int run(Supplier<Lab> typed) throws IOException {
    Lab lab = typed.get();
    RunPlace.Ready ready = place.prepare(console);
    LabReport report = report(lab, console);
    new LabPrinter(console).print(report);
    keep(report, ready, console);
    return Kata.OK;
  }

  /** Runs a lab, with a bar if it takes its time. */
  static LabReport report(Lab lab, Console console) {
    Locale language = Texts.locale();
    return EarlyEnd.saying(
        Messages.get("train.stopped"),
        () -> {
          try (LabBar bar = new LabBar(console, lab.name())) {
            return lab.run(LabTexts.in(language), bar);
          }
        });
  }

  /** Writes the files and says which. */
  static void keep(LabReport report, RunPlace.Ready ready, Console console) throws IOException {
    LabFiles.figures(report, ready.answers().name(), ready.folder())
        .forEach(file -> ready.announce(console, file));
    try {
      LabFiles.plots(report, ready.folder()).forEach(file -> ready.announce(console, file));
    } catch (InternalError | LinkageError e) {
      // A JDK without fonts can't draw; the figures are safe.
      console.err().println(Messages.get("run.no-plot", e.getMessage()));
    }
  }
}
