package org.gradientkata.kata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gradientkata.labs.experiment.ActivationsLab;
import org.gradientkata.labs.experiment.ClipLab;
import org.gradientkata.labs.experiment.DepthLab;
import org.gradientkata.labs.experiment.ExplodeLab;
import org.gradientkata.labs.experiment.ImageSource;
import org.gradientkata.labs.experiment.InitLab;
import org.gradientkata.labs.experiment.Lab;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.RemediesLab;
import org.gradientkata.labs.experiment.RnnNormsLab;
import org.gradientkata.labs.experiment.SaturateLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All labs, one after the other, and a page that shows them all. */
@Command(name = "all")
final class AllLabsCommand implements Callable<Integer> {
  private static final String GALLERY = "index.html";

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private ImageArguments images;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  @Option(names = "--only", paramLabel = "NAMES")
  private String only;

  @Option(names = "--full")
  private boolean full;

  @Mixin private RunPlace place;

  AllLabsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::run);
  }

  private int run() throws IOException {
    Map<String, Supplier<Lab>> labs = labs(images.images(console), Typed.seed(seed));
    if (only != null) {
      labs.keySet().retainAll(Typed.choices("--only", only, labs.keySet()));
    }
    RunPlace.Ready ready = place.prepare(console);
    LabGallery gallery = new LabGallery();
    int result = Kata.OK;
    for (Map.Entry<String, Supplier<Lab>> lab : labs.entrySet()) {
      try {
        LabReport report = LabRun.report(lab.getValue().get(), console);
        new LabPrinter(console).print(report);
        LabRun.keep(report, ready, console);
        gallery.add(report);
      } catch (Exception | Error e) {
        // One stub that isn't written yet is no reason not to see the other labs.
        String why = Failures.explain(e).orElseThrow(() -> ownFault(e));
        console.err().println(lab.getKey() + ": " + why);
        gallery.addProblem(lab.getKey(), why);
        result = Kata.WRONG;
      }
      console.out().println();
    }
    byte[] page = gallery.html().getBytes(StandardCharsets.UTF_8);
    ready.announce(console, ready.folder().write(GALLERY, page));
    return result;
  }

  /** What nobody can explain to the reader goes on to the place that prints its stack trace. */
  private static RuntimeException ownFault(Throwable thrown) {
    return new IllegalStateException(thrown);
  }

  /** The labs by their names, each with its usual parameters. */
  private Map<String, Supplier<Lab>> labs(ImageSource source, long first) {
    Map<String, Supplier<Lab>> labs = new LinkedHashMap<>();
    labs.put("saturate", () -> new SaturateLab(1, 100, 0.01, first));
    labs.put("explode", () -> new ExplodeLab(1, 8, 0.01, 0.01, first));
    labs.put("activations", () -> new ActivationsLab(-6, 6, 0.1));
    labs.put("rnn-norms", () -> new RnnNormsLab(20, 0.5));
    labs.put("clip", () -> ClipLab.standard(first));
    labs.put("init", () -> new InitLab(InitLab.curves(), InitLab.standard(), 5, first));
    labs.put("depth", () -> new DepthLab(source, DepthLab.standard(), 2000, 0.1, first));
    labs.put(
        "remedies",
        () ->
            new RemediesLab(
                source,
                List.of(),
                10,
                2000,
                full ? 3 : 1,
                first,
                full ? Optional.empty() : Optional.of(Instant.now()),
                30));
    return labs;
  }
}
