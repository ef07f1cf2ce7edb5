package org.gradientkata.labs.lesson;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;
import org.gradientkata.optimization.GradientFreeSearch;
import org.gradientkata.optimization.Rprop;
import org.gradientkata.optimization.Sgd;
import org.gradientkata.optimization.SignDescent;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Ways to a minimum, with gradients and without. */
final class SearchPictures {
  private static final int SEED = 1;
  private static final int MEMBERS = 40;
  private static final int GENERATIONS = 75;
  private static final int EVALUATIONS = MEMBERS * GENERATIONS;

  private SearchPictures() {}

  static List<LessonPicture> all() {
    return List.of(
        Draw.row("18-optimizers", SearchPictures::paths),
        Draw.row("19-gradient-free-search", SearchPictures::search));
  }

  /** The valley ½(x² + 25y²), 20 updates from one start. */
  private static List<XYChart> paths() {
    XYChart chart = Draw.chart("20 updates in the valley ½(x² + 25y²)", "x", "y", -4.5, 1);
    path(chart, "SGD 0.07", 1, new Sgd(0.07));
    path(chart, "sign descent 0.15", 2, new SignDescent(0.15));
    path(chart, "Rprop", 0, new Rprop());
    return List.of(chart);
  }

  private static void path(XYChart chart, String name, int color, Optimizer optimizer) {
    int updates = 20;
    double[] x = new double[updates + 1];
    double[] y = new double[updates + 1];
    DMatrixRMaj place = new DMatrixRMaj(new double[][] {{-4, 1}});
    for (int i = 0; i <= updates; i++) {
      x[i] = place.get(0);
      y[i] = place.get(1);
      DMatrixRMaj gradient = new DMatrixRMaj(new double[][] {{x[i], 25 * y[i]}});
      optimizer.update(List.of(place), List.of(gradient));
    }
    Draw.line(chart, name, color, x, y).setMarker(SeriesMarkers.CIRCLE);
  }

  /** The best loss so far, after each evaluation. */
  private static final class Best implements ScalarFunction {
    private final double[] best = new double[EVALUATIONS];
    private int count;

    @Override
    public double of(DMatrixRMaj X) {
      double sum = 0;
      for (double x : X.data) {
        sum += (x - 1) * (x - 1);
      }
      if (count < best.length) {
        best[count] = count == 0 ? sum : Math.min(best[count - 1], sum);
        count++;
      }
      return sum;
    }
  }

  private static List<XYChart> search() {
    DMatrixRMaj start = new DMatrixRMaj(1, 10);
    Best random = new Best();
    GradientFreeSearch.randomSearch(random, start, 0.5, EVALUATIONS - 1, new RandomSource(SEED));
    Best genetic = new Best();
    RandomSource source = new RandomSource(SEED);
    List<DMatrixRMaj> population = GradientFreeSearch.population(start, MEMBERS, 0.5, source);
    GradientFreeSearch.genetic(genetic, population, 2, 0.1, GENERATIONS, source);
    XYChart chart =
        Draw.chart(
            "Ten numbers are sought: the best guess so far",
            "evaluations of the loss",
            "log10 of the loss",
            0,
            EVALUATIONS);
    double[] x = Draw.range(1, EVALUATIONS, EVALUATIONS);
    Draw.dashed(chart, "random search", 1, x, Draw.log10(random.best));
    Draw.line(chart, "genetic algorithm", 0, x, Draw.log10(genetic.best));
    return List.of(chart);
  }
}
