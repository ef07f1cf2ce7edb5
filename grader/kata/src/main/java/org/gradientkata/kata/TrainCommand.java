package org.gradientkata.kata;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.labs.RunReport;
import org.gradientkata.labs.TrainingOptions;
import org.gradientkata.labs.TrainingPlot;
import org.gradientkata.labs.TrainingResult;
import org.gradientkata.labs.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains a network with the classes that are graded, on real digits. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private TrainArguments arguments;

  @Mixin private RunPlace place;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::train);
  }

  private int train() throws IOException {
    TrainingOptions options = arguments.options();
    RunPlace.Ready ready = place.prepare(console);
    TrainingResult result = EarlyEnd.saying(Messages.get("train.stopped"), () -> train(options));
    report(result);
    keep(ready, result);
    return Kata.OK;
  }

  private TrainingResult train(TrainingOptions options) throws DatasetException {
    TrainingRun.rehearse(options);
    Dataset dataset = options.dataset().load(new DownloadLine(console));
    requireBatchesThatFit(options, dataset);
    announce(dataset);
    try (TrainingBar bar = new TrainingBar(console, options)) {
      return new TrainingRun(options, dataset, bar).run();
    }
  }

  private static void requireBatchesThatFit(TrainingOptions options, Dataset dataset) {
    int images = dataset.train().count();
    if (options.batchSize() > images) {
      throw new UsageProblem(
          Messages.get("typed.whole", "--batch", options.batchSize(), 1, images));
    }
  }

  private void announce(Dataset dataset) {
    if (dataset.synthetic()) {
      console.out().println();
      console.out().println("*** " + Messages.get("train.synthetic") + " ***");
    }
    if (!dataset.note().isEmpty()) {
      console.out().println(dataset.note());
    }
    console
        .out()
        .println(
            Messages.get(
                "train.data",
                dataset.name(),
                dataset.train().count(),
                dataset.test().count(),
                dataset.origin()));
  }

  private void report(TrainingResult result) {
    if (result.exploded()) {
      console.out().println(Messages.get("train.exploded", result.epochs().size()));
    }
    console.out().println();
    console
        .out()
        .println(
            Messages.get(
                "train.result",
                String.format(Locale.ROOT, "%.4f", result.testAccuracy()),
                String.format(Locale.ROOT, "%.1f", result.seconds()),
                String.format(Locale.ROOT, "%,d", Math.round(result.imagesPerSecond())),
                result.machine().blas()));
    if (result.dataset().synthetic()) {
      console.out().println(Messages.get("train.synthetic.result"));
    }
  }

  private void keep(RunPlace.Ready ready, TrainingResult result) throws IOException {
    byte[] json = RunReport.json(result, ready.answers().name());
    ready.announce(console, ready.folder().write("training.json", json));
    try {
      TrainingPlot plot =
          new TrainingPlot(
              new TrainingPlot.Labels(
                  Messages.get("plot.epoch"),
                  Messages.get("plot.loss"),
                  Messages.get("plot.accuracy"),
                  Messages.get("plot.train"),
                  Messages.get("plot.test")));
      ready.announce(console, ready.folder().write("training.png", plot.png(result)));
    } catch (InternalError | LinkageError e) {
      // A JDK without fonts can't draw; the figures are safe in the JSON.
      console.err().println(Messages.get("run.no-plot", e.getMessage()));
    }
  }
}
