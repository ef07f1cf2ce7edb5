package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.labs.RunFolder;
import org.gradientkata.labs.RunReport;
import org.gradientkata.labs.TrainingOptions;
import org.gradientkata.labs.TrainingPlot;
import org.gradientkata.labs.TrainingResult;
import org.gradientkata.labs.TrainingRun;
import org.gradientkata.suite.CompileProblems;
import org.gradientkata.suite.SourceCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network with the classes that are graded, on real digits. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private TrainArguments arguments;

  @Option(names = "--out", paramLabel = "FOLDER")
  private String out;

  @Option(names = "--solutions")
  private boolean solutions;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::train);
  }

  private int train() throws IOException {
    TrainingOptions options = arguments.options();
    Kit kit = Kit.here();
    RunFolder folder = new RunFolder(folder(kit));
    folder.requireWritable();
    AnswerSet answers = kit.answers(solutions);
    List<SourceCompiler.Problem> problems = answers.compileIfChanged();
    if (!problems.isEmpty()) {
      console.err().println(CompileProblems.text(problems));
    }
    TrainingResult result = EarlyEnd.saying(Messages.get("train.stopped"), () -> train(options));
    report(result);
    keep(kit, folder, result, answers.name());
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

  private Path folder(Kit kit) {
    return out == null
        ? kit.root()
            .resolve("runs")
            .resolve(LocalDateTime.now(ZoneId.systemDefault()).format(STAMP))
        : Kit.typed(out);
  }

  private static void requireBatchesThatFit(TrainingOptions options, Dataset dataset) {
    int images = dataset.train().count();
    if (options.batchSize() > images) {
      throw new UsageProblem(
          Messages.get("train.whole", "--batch", options.batchSize(), 1, images));
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

  private void keep(Kit kit, RunFolder folder, TrainingResult result, String classes)
      throws IOException {
    Path json = folder.write("training.json", RunReport.json(result, classes));
    console.out().println(Messages.get("train.written", kit.shown(json)));
    try {
      TrainingPlot plot =
          new TrainingPlot(
              new TrainingPlot.Labels(
                  Messages.get("plot.epoch"),
                  Messages.get("plot.loss"),
                  Messages.get("plot.accuracy"),
                  Messages.get("plot.train"),
                  Messages.get("plot.test")));
      Path png = folder.write("training.png", plot.png(result));
      console.out().println(Messages.get("train.written", kit.shown(png)));
    } catch (InternalError | LinkageError e) {
      // A JDK without fonts can't draw; the figures are safe in the JSON.
      console.err().println(Messages.get("train.no-plot", e.getMessage()));
    }
  }
}
