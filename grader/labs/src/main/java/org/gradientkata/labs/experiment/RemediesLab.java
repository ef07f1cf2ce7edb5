package org.gradientkata.labs.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.SyntheticDigits;

/**
 * One deep sigmoid network that does not learn, and each remedy of document 002 in turn, really
 * trained.
 *
 * @param images what it learns
 * @param only ids of the remedies to try; empty for all, those for sequences included
 * @param layers hidden layers
 * @param iterations mini-batches of a plain training
 * @param seeds how many seeds
 * @param seed the first of them
 * @param quickSince when a quick run began: its iterations are fitted to the measured speed, so
 *     that it ends within half a minute; empty for a run that takes its time
 * @param lag of the sequences
 */
public record RemediesLab(
    ImageSource images,
    List<String> only,
    int layers,
    int iterations,
    int seeds,
    long seed,
    Optional<Instant> quickSince,
    int lag)
    implements Lab {
  static final String NAME = "remedies";

  /** When a quick run's trainings have to be over, from its start on; the rest is for drawing. */
  private static final double MOST_SECONDS = 23;

  /** When it should have drawn, too. */
  private static final double ALL_SECONDS = 28;

  /** What drawing takes of a processor's time; beside busy programs that comes more slowly. */
  private static final double DRAWING_SECONDS = 2;

  /** Part of the time at hand that may go to the sequences. */
  private static final double SEQUENCES_SHARE = 0.4;

  /** What trainings get at least, even if the images had to be downloaded first. */
  private static final double LEAST_SECONDS = 4;

  /** Of the time at hand; the steps may turn out slower than those that were measured. */
  private static final double PLANNED_SHARE = 0.8;

  /** The part of its share that each remedy gets even if the others took too long. */
  private static final double RESERVED = 0.5;

  private static final int QUICK_TEST_IMAGES = 2000;

  /** The speed of a training is measured with so many steps, after so many to warm up. */
  private static final int MEASURED = 50;

  private static final int WARM_UP = 150;

  private static final int LEAST_ITERATIONS = 20;

  /** Share of the usual effort that a quick run spends on adding up. */
  private static final double QUICK_SUMS = 0.4;

  private static final int REHEARSED = 20;
  private static final long PARTS = 1000;

  /** Of the whole run, for the progress. */
  private static final long SEQUENCES = 40;

  /**
   * Checks the parameters.
   *
   * @param images any
   * @param only of {@link #ids}
   * @param layers from 1 to 50
   * @param iterations from 20 to 1,000,000
   * @param seeds from 1 to 100
   * @param seed any number
   * @param quickSince in the past, or empty
   * @param lag from 1 to 500
   * @throws IllegalArgumentException if one is out of its range
   */
  public RemediesLab {
    only = List.copyOf(only);
    Require.within("layers", layers, 1, 50);
    Require.within("iterations", iterations, LEAST_ITERATIONS, 1_000_000);
    Require.within("seeds", seeds, 1, 100);
    Require.within("lag", lag, 1, 500);
    if (!ids().containsAll(only)) {
      throw new IllegalArgumentException("only is " + only + ", expected some of " + ids());
    }
  }

  /**
   * The remedies for the deep network.
   *
   * @return their short names, the untreated network first
   */
  public static List<String> ids() {
    return Cures.all().stream().map(Cure::id).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    List<Cure> cures =
        Cures.all().stream().filter(c -> only.isEmpty() || only.contains(c.id())).toList();
    Deadline end = quickSince.map(RemediesLab::end).orElse(Deadline.NONE);
    LeftOut leftOut = new LeftOut();
    List<Cure> written = rehearse(cures, leftOut);
    SequenceCures sequences =
        new SequenceCures(
            lag, quick() ? QUICK_SUMS : 1, end.earlier(end.seconds() * (1 - SEQUENCES_SHARE)));
    boolean all = only.isEmpty();
    List<SequenceCures.Lagged> lagged =
        all ? sequences.lagged(seed, seeds, part(progress, 0, SEQUENCES), leftOut) : List.of();
    List<SequenceCures.Summed> summed = all ? sequences.summed(seed, seeds, leftOut) : List.of();
    Dataset data = quick() ? smaller(images.images()) : images.images();
    DeepTask task = new DeepTask(data, layers, iterations);
    Deadline trained = end.seconds() < LEAST_SECONDS ? Deadline.in(LEAST_SECONDS) : end;
    DeepTask fitted = quick() ? fitted(task, written, trained) : task;
    List<Treated> treated =
        treat(written, fitted, trained, part(progress, all ? SEQUENCES : 0, PARTS), leftOut);
    RemediesReport report =
        new RemediesReport(this, data, fitted.iterations(), treated, lagged, summed, leftOut);
    return new LabReport(
        NAME,
        texts.get("remedies.title"),
        report.sections(texts),
        report.parameters(),
        report.figures(),
        report.tables(),
        Map.of());
  }

  /** Whether iterations are fitted to the speed. */
  boolean quick() {
    return quickSince.isPresent();
  }

  private static Deadline end(Instant start) {
    double gone = Duration.between(start, Instant.now()).toMillis() / 1e3;
    double drawing = DRAWING_SECONDS / processorShare();
    return Deadline.in(Math.min(MOST_SECONDS, ALL_SECONDS - drawing) - gone);
  }

  /** How much of a processor this process has been given so far, at most 1. */
  private static double processorShare() {
    ProcessHandle.Info info = ProcessHandle.current().info();
    double used = info.totalCpuDuration().orElse(Duration.ZERO).toMillis();
    Instant start = info.startInstant().orElseGet(Instant::now);
    double passed = Duration.between(start, Instant.now()).toMillis();
    return used > 0 && passed > 0 ? Math.min(1, used / passed) : 1;
  }

  private static Dataset smaller(Dataset data) {
    int count = Math.min(QUICK_TEST_IMAGES, data.test().count());
    return new Dataset(
        data.name(),
        data.train(),
        data.test().first(count),
        data.origin(),
        data.synthetic(),
        data.note());
  }

  /**
   * What is not written yet, or throws, shows before anybody has waited.
   *
   * @return the cures that can be tried
   * @throws NotStarted if the network itself can't be trained, or no cure can be tried
   */
  private List<Cure> rehearse(List<Cure> cures, LeftOut leftOut) {
    Dataset few =
        new Dataset(
            "",
            SyntheticDigits.generate(REHEARSED, 1),
            SyntheticDigits.generate(REHEARSED, 2),
            "",
            true,
            "");
    DeepTask task = new DeepTask(few, layers, 1);
    Cures.PLAIN.run(task, seed, Deadline.NONE, LabProgress.NONE);
    List<Cure> written = new ArrayList<>();
    for (Cure cure : cures) {
      leftOut
          .unless(cure.id(), () -> cure.run(task, seed, Deadline.NONE, LabProgress.NONE))
          .ifPresent(outcome -> written.add(cure));
    }
    if (written.isEmpty()) {
      throw leftOut.first();
    }
    return written;
  }

  /** Measures how fast a plain training is, and gives all remedies as many steps as time allows. */
  private DeepTask fitted(DeepTask task, List<Cure> cures, Deadline end) {
    DeepTask warmUp = new DeepTask(task.data(), layers, WARM_UP);
    Cures.PLAIN.run(warmUp, seed, Deadline.in(1), LabProgress.NONE);
    DeepTask measured = new DeepTask(task.data(), layers, MEASURED);
    Cure.Outcome outcome = Cures.PLAIN.run(measured, seed, Deadline.in(1), LabProgress.NONE);
    double step = outcome.seconds() / Math.max(1, outcome.iterations());
    double affordable = end.seconds() * PLANNED_SHARE / (step * cost(cures) * seeds);
    int fitted = (int) Math.max(LEAST_ITERATIONS, Math.min(iterations, affordable));
    return new DeepTask(task.data(), layers, fitted);
  }

  private List<Treated> treat(
      List<Cure> cures, DeepTask task, Deadline end, LabProgress progress, LeftOut leftOut) {
    double all = cost(cures) * seeds;
    double done = 0;
    double seconds = end.seconds();
    List<Treated> treated = new ArrayList<>();
    for (Cure cure : cures) {
      List<Cure.Outcome> outcomes = new ArrayList<>();
      for (int k = 0; k < seeds; k++) {
        double before = done / all;
        double share = cure.cost() / all;
        double later = (all - done - cure.cost()) / all * RESERVED * seconds;
        outcomes.add(
            cure.run(
                task,
                seed + k,
                quick() ? end.earlier(later) : end,
                (step, of) ->
                    progress.advanced(
                        Math.round(PARTS * (before + share * Math.min(1, (double) step / of))),
                        PARTS)));
        done += cure.cost();
      }
      treated.add(new Treated(cure, outcomes));
    }
    return begun(treated, leftOut);
  }

  /** Without those that there was no time for; if there was none for any, all as they are. */
  private static List<Treated> begun(List<Treated> treated, LeftOut leftOut) {
    List<Treated> begun = treated.stream().filter(Treated::begun).toList();
    if (begun.isEmpty()) {
      return treated;
    }
    treated.stream().filter(t -> !t.begun()).forEach(t -> leftOut.late(t.cure().id()));
    return begun;
  }

  /** Work that is a part of the whole, from one thousandth to another. */
  private static LabProgress part(LabProgress whole, long from, long to) {
    return (done, of) -> whole.advanced(from + (to - from) * done / of, PARTS);
  }

  private static double cost(List<Cure> cures) {
    return cures.stream().mapToDouble(Cure::cost).sum();
  }
}
