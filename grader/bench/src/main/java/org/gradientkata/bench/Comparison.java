package org.gradientkata.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.Progress;
import org.gradientkata.labs.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the same networks on the same images with the kit and with other libraries, in turn, and
 * prints images per second and ratios. Whatever else the machine does meanwhile hits all alike.
 */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Trains the same networks with the kit and with other libraries, in turn.")
final class Comparison implements Callable<Integer> {
  private static final String KIT = "kit";

  @Option(
      names = "--hidden",
      split = ";",
      defaultValue = "40,20;100;512,256",
      description = "Hidden layers of the networks (default: ${DEFAULT-VALUE}).")
  private List<String> networks;

  @Option(
      names = "--with",
      split = ",",
      defaultValue = "kit,numpy-plain,numpy-tuned",
      description =
          "Who takes part (default: ${DEFAULT-VALUE}); also kit-vector, kit-ejml, pytorch, dl4j.")
  private List<String> names;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Runs of each (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--epochs",
      defaultValue = "20",
      description =
          "Epochs of a run, of which the first warms up (default: ${DEFAULT-VALUE}, as kata train).")
  private int epochs;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads for matrix products (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--python",
      defaultValue = "python3",
      description = "A Python with NumPy (default: ${DEFAULT-VALUE}).")
  private String python;

  @Option(names = "--work", required = true, hidden = true)
  private Path work;

  @Option(names = "--scripts", required = true, hidden = true)
  private Path scripts;

  /**
   * The command.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Comparison())
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  line.getErr().println(e.getMessage());
                  return 1;
                })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, DatasetException {
    if (epochs < 2 || rounds < 1) {
      throw new IOException("--epochs is at least 2, --rounds at least 1");
    }
    Dataset data = Datasets.loadOrSynthetic(ImageSet.MNIST, Progress.NONE);
    Path folder = work.resolve("data");
    IdxFolder.write(data, folder);
    Contestants all = new Contestants(scripts, python, threads);
    List<Contestant> contestants = new ArrayList<>();
    for (String name : names) {
      contestants.add(all.named(name));
    }
    Machine machine = Machine.here();
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors; %s; batch %d, float64, ReLU, SGD; %d threads, %d runs of %d epochs%n",
        machine.os(),
        machine.processors(),
        data.train(),
        KitEpochs.BATCH,
        threads,
        rounds,
        epochs);
    for (String network : networks) {
      compare(network, contestants, folder);
    }
    return 0;
  }

  private void compare(String network, List<Contestant> contestants, Path folder)
      throws IOException, InterruptedException {
    Map<Contestant, List<Double>> speeds = new LinkedHashMap<>();
    Map<Contestant, String> with = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contestant contestant : contestants) {
        Contestant.Run run = contestant.run(network, epochs, folder.toString());
        speeds.computeIfAbsent(contestant, c -> new ArrayList<>()).add(run.imagesPerSecond());
        with.put(contestant, run.with());
      }
    }
    System.out.printf(
        "%n784-(%s)-10%n%n| | images/s | least – greatest | kit is faster by | with |%n"
            + "|---|---:|---:|---:|---|%n",
        network);
    List<Double> kit =
        speeds.entrySet().stream()
            .filter(e -> e.getKey().name().equals(KIT))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(List.of());
    speeds.forEach(
        (contestant, values) -> {
          Spread spread = new Spread(values);
          System.out.printf(
              Locale.ROOT,
              "| %s | %,.0f | %,.0f – %,.0f | %s | %s |%n",
              contestant.name(),
              spread.median(),
              spread.least(),
              spread.greatest(),
              ratios(kit, values),
              with.get(contestant));
        });
  }

  /** Round by round, as the two ran one after the other. */
  private static String ratios(List<Double> kit, List<Double> values) {
    if (kit.isEmpty() || kit == values) {
      return "";
    }
    Spread spread =
        new Spread(
            IntStream.range(0, values.size()).mapToObj(i -> kit.get(i) / values.get(i)).toList());
    return String.format(
        Locale.ROOT, "%.2f (%.2f – %.2f)", spread.median(), spread.least(), spread.greatest());
  }
}
