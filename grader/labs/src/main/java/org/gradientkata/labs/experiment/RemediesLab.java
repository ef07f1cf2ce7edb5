package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param quick whether iterations are fitted to the measured speed, to end within half a minute
 * @param lag of the sequences
 */
public record RemediesLab(
    ImageSource images,
    List<String> only,
    int layers,
    int iterations,
    int seeds,
    long seed,
    boolean quick,
    int lag)
    implements Lab {
  static final String NAME = "remedies";

  /** What a quick run plans for its trainings; loading, measuring and drawing take the rest. */
  private static final double PLANNED_SECONDS = 10;

  /** What they may take if the machine turns out slower. */
  private static final double MOST_SECONDS = 15;

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
   * @param quick either
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
    NotWritten notWritten = new NotWritten();
    List<Cure> written = rehearse(cures, notWritten);
    SequenceCures sequences = new SequenceCures(lag, quick ? QUICK_SUMS : 1);
    boolean all = only.isEmpty();
    List<SequenceCures.Lagged> lagged =
        all ? sequences.lagged(seed, seeds, part(progress, 0, SEQUENCES), notWritten) : List.of();
    List<SequenceCures.Summed> summed = all ? sequences.summed(seed, seeds, notWritten) : List.of();
    Dataset data = quick ? smaller(images.images()) : images.images();
    DeepTask task = new DeepTask(data, layers, iterations);
    DeepTask fitted = quick ? fitted(task, written) : task;
    List<Treated> treated = treat(written, fitted, part(progress, all ? SEQUENCES : 0, PARTS));
    RemediesReport report =
        new RemediesReport(this, data, fitted.iterations(), treated, lagged, summed, notWritten);
    return new LabReport(
        NAME,
        texts.get("remedies.title"),
        report.sections(texts),
        report.parameters(),
        report.figures(),
        report.tables(),
        Map.of());
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
  private List<Cure> rehearse(List<Cure> cures, NotWritten notWritten) {
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
      notWritten
          .unless(cure.id(), () -> cure.run(task, seed, Deadline.NONE, LabProgress.NONE))
          .ifPresent(outcome -> written.add(cure));
    }
    if (written.isEmpty()) {
      throw notWritten.first();
    }
    return written;
  }

  /** Measures how fast a plain training is, and gives all remedies as many steps as time allows. */
  private DeepTask fitted(DeepTask task, List<Cure> cures) {
    DeepTask warmUp = new DeepTask(task.data(), layers, WARM_UP);
    Cures.PLAIN.run(warmUp, seed, Deadline.in(1), LabProgress.NONE);
    DeepTask measured = new DeepTask(task.data(), layers, MEASURED);
    double step =
        Cures.PLAIN.run(measured, seed, Deadline.NONE, LabProgress.NONE).seconds() / MEASURED;
    double affordable = PLANNED_SECONDS / (step * cost(cures) * seeds);
    int fitted = (int) Math.max(LEAST_ITERATIONS, Math.min(iterations, affordable));
    return new DeepTask(task.data(), layers, fitted);
  }

  private List<Treated> treat(List<Cure> cures, DeepTask task, LabProgress progress) {
    double all = cost(cures) * seeds;
    double done = 0;
    long start = System.nanoTime();
    List<Treated> treated = new ArrayList<>();
    for (Cure cure : cures) {
      List<Cure.Outcome> outcomes = new ArrayList<>();
      for (int k = 0; k < seeds; k++) {
        double before = done / all;
        double share = cure.cost() / all;
        double later = (all - done - cure.cost()) / all * RESERVED * MOST_SECONDS;
        double left = MOST_SECONDS - (System.nanoTime() - start) / 1e9 - later;
        Deadline deadline = quick ? Deadline.in(left) : Deadline.NONE;
        outcomes.add(
            cure.run(
                task,
                seed + k,
                deadline,
                (step, of) ->
                    progress.advanced(
                        Math.round(PARTS * (before + share * Math.min(1, (double) step / of))),
                        PARTS)));
        done += cure.cost();
      }
      treated.add(new Treated(cure, outcomes));
    }
    return treated;
  }

  /** Work that is a part of the whole, from one thousandth to another. */
  private static LabProgress part(LabProgress whole, long from, long to) {
    return (done, of) -> whole.advanced(from + (to - from) * done / of, PARTS);
  }

  private static double cost(List<Cure> cures) {
    return cures.stream().mapToDouble(Cure::cost).sum();
  }
}
