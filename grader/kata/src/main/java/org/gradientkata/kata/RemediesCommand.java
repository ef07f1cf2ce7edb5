package org.gradientkata.kata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gradientkata.labs.experiment.Lab;
import org.gradientkata.labs.experiment.RemediesLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every remedy of document 002 on one deep network. */
@Command(name = "remedies")
final class RemediesCommand extends LabRun {
  private static final int MOST_LAYERS = 50;
  private static final int LEAST_ITERATIONS = 20;
  private static final int MOST_ITERATIONS = 1_000_000;
  private static final int MOST_SEEDS = 100;
  private static final int MOST_LAG = 500;
  private static final String USUAL_SEEDS = "3";

  private final Console console;

  @Mixin private ImageArguments images;

  @Option(names = "--only", paramLabel = "IDS")
  private String only;

  @Option(names = "--layers", paramLabel = "N", defaultValue = "10", descriptionKey = "lab.layers")
  private String layers;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "2000",
      descriptionKey = "lab.iterations")
  private String iterations;

  @Option(names = "--seeds", paramLabel = "N")
  private String seeds;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  @Option(names = "--lag", paramLabel = "N", defaultValue = "30")
  private String lag;

  @Option(names = "--quick")
  private boolean quick;

  RemediesCommand(Console console) {
    super(console);
    this.console = console;
  }

  @Override
  Lab lab() {
    String usual = quick ? "1" : USUAL_SEEDS;
    return new RemediesLab(
        images.images(console),
        only(),
        Typed.whole("--layers", layers, 1, MOST_LAYERS),
        Typed.whole("--iterations", iterations, LEAST_ITERATIONS, MOST_ITERATIONS),
        Typed.whole("--seeds", seeds == null ? usual : seeds, 1, MOST_SEEDS),
        Typed.seed(seed),
        quick ? Optional.of(start()) : Optional.empty(),
        Typed.whole("--lag", lag, 1, MOST_LAG));
  }

  /** Half a minute counts from here for whoever waits. */
  private static Instant start() {
    return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  }

  private List<String> only() {
    return only == null ? List.of() : Typed.choices("--only", only, RemediesLab.ids());
  }
}
