package org.gradientkata.optimization;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(
    value = "19 gradient-free-search",
    answers = GradientFreeSearch.class,
    shape = 2,
    forward = 6,
    edge = 2)
@DisplayName("19 gradient-free-search")
class GradientFreeSearchTest {
  /** A mean over 10,000 draws is off by 0.01 standard deviations; five times that never happens. */
  private static final int MANY = 10_000;

  private static final double OF_A_MEAN = 0.05;

  /** So many genes show mostly whether a child had one parent or two. */
  private static final int GENES = 8;

  /**
   * A share of 1,500 parents is off by 0.012; five times that never happens. Without a tournament
   * the best and the last are off by 0.16, with tournaments of three the best is off by 0.13.
   */
  private static final double OF_PARENTS = 0.065;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a mutation adds noise of mean 0 and the given standard deviation to each gene")
  void mutationAddsNormalNoise() {
    DMatrixRMaj genes = constant(1, MANY, 7);

    DMatrixRMaj mutant = GradientFreeSearch.mutated(genes, 0.5, new RandomSource(1));

    double[] noise = DoubleStream.of(mutant.data).limit(MANY).map(x -> (x - 7) / 0.5).toArray();
    assertThat("mean of (mutant − genes)/std", DoubleStream.of(noise).average().orElse(Double.NaN))
        .because("noise-mean")
        .isCloseTo(0, OF_A_MEAN);
    double deviation = Math.sqrt(DoubleStream.of(noise).map(x -> x * x).sum() / MANY);
    assertThat("standard deviation of (mutant − genes)/std", deviation)
        .because("noise-std")
        .isCloseTo(1, OF_A_MEAN);
    double beyondOne = DoubleStream.of(noise).filter(x -> Math.abs(x) > 1).count();
    // P(|N(0, 1)| > 1)
    assertThat("share of noise beyond one standard deviation", beyondOne / MANY)
        .because("noise-normal")
        .isCloseTo(0.3173, OF_A_MEAN);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a mutation moves a gene that is 0 as well")
  void mutationMovesZero() {
    DMatrixRMaj mutant = GradientFreeSearch.mutated(constant(1, MANY, 0), 2, new RandomSource(2));

    double size = DoubleStream.of(mutant.data).limit(MANY).map(Math::abs).sum() / MANY;
    // E|N(0, 1)| = √(2/π) ≈ 0.798
    assertThat("mean size of the noise, in units of std", size / 2)
        .because("noise-std")
        .isCloseTo(0.798, OF_A_MEAN);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a child has about half of its genes from each parent, mixed")
  void crossoverMixesBothParents() {
    DMatrixRMaj mother = constant(1, MANY, 1);
    DMatrixRMaj father = constant(1, MANY, -1);

    DMatrixRMaj child = GradientFreeSearch.crossover(mother, father, new RandomSource(3));

    int changes = 0;
    for (int i = 0; i < MANY; i++) {
      require(Math.abs(child.data[i]) == 1, "gene-of-a-parent", child.data[i], 1.0, -1.0);
      changes += i > 0 && child.data[i] != child.data[i - 1] ? 1 : 0;
    }
    assertThat(
            "mean of the genes of a child of 1 and −1",
            DoubleStream.of(child.data).average().orElse(Double.NaN))
        .because("equal-chances")
        .isCloseTo(0, OF_A_MEAN);
    assertThat("share of neighbours that come from different parents", changes / (double) MANY)
        .because("gene-by-gene")
        .isCloseTo(0.5, OF_A_MEAN);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("random search returns the best point that it has tried")
  void randomSearchReturnsTheBest() {
    List<DMatrixRMaj> tried = new ArrayList<>();
    ScalarFunction recorded = x -> Bowl.distance(remember(tried, x));

    DMatrixRMaj best =
        GradientFreeSearch.randomSearch(
            recorded, new DMatrixRMaj(1, 5), 2, 60, new RandomSource(4));

    double smallest = tried.stream().mapToDouble(Bowl::distance).min().orElse(Double.NaN);
    require(tried.size() == 61, "calls", tried.size(), 61);
    assertThat("loss of the answer", Bowl.distance(best))
        .because("best-seen")
        .isCloseTo(smallest, 0);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("random search draws every trial around the start, however good the last one was")
  void randomSearchStaysAroundTheStart() {
    List<DMatrixRMaj> tried = new ArrayList<>();
    ScalarFunction slope = x -> -remember(tried, x).data[0];
    DMatrixRMaj start = constant(1, 1, 10);

    GradientFreeSearch.randomSearch(slope, start, 0.5, 100, new RandomSource(5));

    double[] noise = tried.stream().skip(1).mapToDouble(x -> (x.data[0] - 10) / 0.5).toArray();
    assertThat("mean of (trial − start)/std", DoubleStream.of(noise).average().orElse(Double.NaN))
        .because("around-the-start")
        .isCloseTo(0, 5 / Math.sqrt(100)); // five standard errors of a mean
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("random search keeps the start when nothing better is found")
  void randomSearchKeepsTheStart() {
    DMatrixRMaj start = Bowl.lowestPoint();

    DMatrixRMaj none =
        GradientFreeSearch.randomSearch(Bowl::distance, start, 1, 0, new RandomSource(6));
    DMatrixRMaj best =
        GradientFreeSearch.randomSearch(Bowl::distance, start, 1, 20, new RandomSource(6));

    assertThat("the answer after 0 trials", none).because("keeps-start").isCloseTo(start, 0);
    assertThat("the answer", best).because("keeps-start").isCloseTo(start, 0);
    assertThat("the answer", best).isNotTheSameMatrixAs("start", start);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a loss that is NaN is worse than any number")
  void nanIsWorst() {
    ScalarFunction broken = x -> x.data[0] <= 0 ? Double.NaN : x.data[0];
    List<DMatrixRMaj> members = List.of(constant(1, 1, -1), constant(1, 1, 4), constant(1, 1, 2));

    DMatrixRMaj found =
        GradientFreeSearch.randomSearch(broken, constant(1, 1, 0), 1, 30, new RandomSource(7));
    List<DMatrixRMaj> next =
        GradientFreeSearch.nextGeneration(broken, members, 1, 0.1, new RandomSource(7));
    DMatrixRMaj best = GradientFreeSearch.genetic(broken, members, 1, 0.1, 0, new RandomSource(7));

    require(found.data[0] > 0, "nan", found.data[0]);
    require(next.get(0).data[0] == 2, "nan", next.get(0).data[0]);
    require(best.data[0] == 2, "nan", best.data[0]);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the elite goes on unchanged, the best first")
  void eliteGoesOn() {
    List<DMatrixRMaj> members = List.of(point(3), point(0), point(4), point(1), point(2));

    List<DMatrixRMaj> next =
        GradientFreeSearch.nextGeneration(x -> x.data[0], members, 2, 0.1, new RandomSource(8));

    require(next.size() == 5, "size", next.size(), 5);
    assertThat("the best", next.get(0)).because("elite").isCloseTo(point(0), 0);
    assertThat("the second best", next.get(1)).because("elite").isCloseTo(point(1), 0);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("with elitism the best loss never gets worse")
  void neverGetsWorse() {
    RandomSource random = new RandomSource(9);
    List<DMatrixRMaj> members = GradientFreeSearch.population(new DMatrixRMaj(1, 5), 10, 3, random);
    double best = Double.POSITIVE_INFINITY;

    for (int generation = 0; generation < 15; generation++) {
      double now = members.stream().mapToDouble(Bowl::rugged).min().orElse(Double.NaN);
      require(now <= best, "never-worse", generation, now, best);
      best = now;
      members = GradientFreeSearch.nextGeneration(Bowl::rugged, members, 1, 1, random);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("better members have more children, by tournaments of two")
  void betterMembersHaveMoreChildren() {
    List<DMatrixRMaj> members =
        IntStream.range(0, 50)
            .mapToObj(i -> constant(1, GENES, new int[] {3, 0, 4, 1, 2}[i % 5]))
            .toList();
    RandomSource random = new RandomSource(10);
    double[] share = new double[5];
    double genes = 0;

    for (int i = 0; i < 15; i++) {
      List<DMatrixRMaj> next =
          GradientFreeSearch.nextGeneration(x -> x.data[0], members, 0, 0.001, random);
      for (DMatrixRMaj child : next) {
        for (int gene = 0; gene < GENES; gene++) {
          share[(int) Math.max(0, Math.min(4, Math.rint(child.data[gene])))]++;
          genes++;
        }
      }
    }

    // the best fifth is in a tournament of two with probability 1 − (4/5)², the last wins alone
    double[] expected = {9 / 25.0, 7 / 25.0, 5 / 25.0, 3 / 25.0, 1 / 25.0};
    for (int rank = 0; rank < 5; rank++) {
      assertThat("share of genes from rank " + (rank + 1), share[rank] / genes)
          .because("tournament")
          .isCloseTo(expected[rank], OF_PARENTS);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("children mix the genes of two parents and are mutated")
  void childrenAreCrossedAndMutated() {
    List<DMatrixRMaj> members =
        List.of(constant(1, 200, 0), constant(1, 200, 10), constant(1, 200, 20));

    List<DMatrixRMaj> next =
        GradientFreeSearch.nextGeneration(x -> 0, members, 0, 0.5, new RandomSource(11));
    for (int i = 0; i < 19; i++) {
      next.addAll(
          GradientFreeSearch.nextGeneration(x -> 0, members, 0, 0.5, new RandomSource(12 + i)));
    }

    int mixed = 0;
    for (DMatrixRMaj child : next) {
      double[] nearest = DoubleStream.of(child.data).map(x -> 10 * Math.rint(x / 10)).toArray();
      double noise = 0;
      for (int i = 0; i < 200; i++) {
        noise += Math.abs(child.data[i] - nearest[i]) / 200;
      }
      // E|N(0, 0.5²)| = 0.5·√(2/π) ≈ 0.399; a mean of 200 is off by 0.02
      assertThat("mean size of the mutations", noise).because("mutated").isCloseTo(0.399, 0.12);
      mixed += DoubleStream.of(nearest).distinct().count() > 1 ? 1 : 0;
    }
    // two draws are different members with probability 2/3, a tie in a tournament changes nothing
    assertThat("share of children with two parents", mixed / (double) next.size())
        .because("two-parents")
        .isBetween(0.4, 0.9);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a generation costs one evaluation a member")
  void evaluatesEachMemberOnce() {
    List<DMatrixRMaj> tried = new ArrayList<>();
    List<DMatrixRMaj> members =
        GradientFreeSearch.population(new DMatrixRMaj(1, 5), 30, 1, new RandomSource(13));

    GradientFreeSearch.nextGeneration(
        x -> Bowl.distance(remember(tried, x)), members, 2, 0.1, new RandomSource(14));

    require(tried.size() == 30, "calls", tried.size(), 30);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the genetic algorithm finds the lowest point of a bowl")
  void findsTheLowestPoint() {
    RandomSource random = new RandomSource(21);
    List<DMatrixRMaj> members = GradientFreeSearch.population(new DMatrixRMaj(1, 5), 20, 2, random);

    DMatrixRMaj best = GradientFreeSearch.genetic(Bowl::distance, members, 2, 0.15, 30, random);

    // from 16.5 at the start; over 100 seeds 0.061 at most
    assertThat("distance² from the lowest point", Bowl.distance(best))
        .because("finds")
        .isBetween(0, 0.1);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a staircase, whose gradient is 0 everywhere, is descended as well")
  void descendsAStaircase() {
    RandomSource random = new RandomSource(24);
    ScalarFunction staircase = x -> Math.floor(4 * Bowl.distance(x));
    List<DMatrixRMaj> members = GradientFreeSearch.population(new DMatrixRMaj(1, 5), 16, 2, random);

    DMatrixRMaj best = GradientFreeSearch.genetic(staircase, members, 2, 0.2, 20, random);

    // from 4·16.5 = 66 at the start, and 0 at the bottom; over 100 seeds 1 at most
    assertThat("height on the staircase", staircase.of(best)).because("staircase").isBetween(0, 2);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the genetic algorithm returns the best member of its last generation")
  void returnsTheBestOfTheLastGeneration() {
    List<DMatrixRMaj> members = List.of(point(3), point(0.5), point(4), point(1), point(2));

    DMatrixRMaj best =
        GradientFreeSearch.genetic(x -> x.data[0], members, 1, 0.1, 0, new RandomSource(25));

    assertThat("the best of 0 generations", best).because("best-of-last").isCloseTo(point(0.5), 0);
    assertThat("the best", best).isNotTheSameMatrixAs("a member", members.get(1));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the same seed gives the same result, another seed another one")
  void followsTheSeed() {
    DMatrixRMaj first = evolve(31);
    DMatrixRMaj again = evolve(31);
    DMatrixRMaj other = evolve(32);

    assertThat("the second run's answer", again).because("seed").isCloseTo(first, 0);
    require(Math.abs(first.data[0] - other.data[0]) > ROUNDING, "draws", first.data[0]);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("points that are given stay as they are, returned ones are matrices of their own")
  void givenPointsStay() {
    DMatrixRMaj mother = GradientCheck.gaussian(2, 3, 41);
    DMatrixRMaj father = GradientCheck.gaussian(2, 3, 42);
    DMatrixRMaj givenMother = mother.copy();
    DMatrixRMaj givenFather = father.copy();
    List<DMatrixRMaj> members = List.of(mother, father);
    RandomSource random = new RandomSource(43);

    DMatrixRMaj child = GradientFreeSearch.crossover(mother, father, random);
    DMatrixRMaj mutant = GradientFreeSearch.mutated(mother, 1, random);
    DMatrixRMaj best = GradientFreeSearch.randomSearch(x -> -x.data[0], mother, 1, 20, random);
    List<DMatrixRMaj> next =
        GradientFreeSearch.nextGeneration(x -> x.data[0], members, 1, 0.5, random);

    for (DMatrixRMaj result : List.of(child, mutant, best, next.get(0), next.get(1))) {
      assertThat("the result", result).hasShape(2, 3);
      assertThat("the result", result).isNotTheSameMatrixAs("mother", mother);
      assertThat("the result", result).isNotTheSameMatrixAs("father", father);
    }
    assertThat("mother", mother).isUnchangedFrom(givenMother);
    assertThat("father", father).isUnchangedFrom(givenFather);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square points")
  @CsvSource({"0, 3", "1, 1", "2, 5", "5, 2"})
  void worksForEveryShape(int rows, int columns) {
    DMatrixRMaj genes = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    genes.reshape(rows, columns);
    RandomSource random = new RandomSource(44);

    DMatrixRMaj mutant = GradientFreeSearch.mutated(genes, 1, random);
    DMatrixRMaj child = GradientFreeSearch.crossover(genes, mutant, random);
    DMatrixRMaj best = GradientFreeSearch.randomSearch(x -> 0, genes, 1, 3, random);

    assertThat("mutant", mutant).hasShape(rows, columns);
    assertThat("child", child).hasShape(rows, columns);
    assertThat("best", best).hasShape(rows, columns);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("an elite of everybody keeps everybody, sorted")
  void eliteOfEverybody() {
    List<DMatrixRMaj> members = List.of(point(3), point(0), point(1));

    List<DMatrixRMaj> next =
        GradientFreeSearch.nextGeneration(x -> x.data[0], members, 3, 1, new RandomSource(45));

    assertThat("the best", next.get(0)).because("elite").isCloseTo(point(0), 0);
    assertThat("the worst", next.get(2)).because("elite").isCloseTo(point(3), 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("what is as good as the start doesn't take its place, and a std of 0 moves nothing")
  void keepsWhatIsAsGood() {
    DMatrixRMaj start = GradientCheck.gaussian(2, 3, 46);

    DMatrixRMaj found = GradientFreeSearch.randomSearch(x -> 1, start, 1, 20, new RandomSource(47));
    DMatrixRMaj mutant = GradientFreeSearch.mutated(start, 0, new RandomSource(48));

    assertThat("the answer on a plain", found).because("keeps-start").isCloseTo(start, 0);
    assertThat("the mutant with std 0", mutant).because("noise-std").isCloseTo(start, 0);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("draws are made as promised: true is the mother's gene, and noise is added")
  void drawsAsPromised() {
    DMatrixRMaj mother = GradientCheck.gaussian(3, 4, 49);
    DMatrixRMaj father = GradientCheck.gaussian(3, 4, 50);
    DMatrixRMaj expectedChild = father.copy();
    DMatrixRMaj expectedMutant = mother.copy();
    RandomSource coins = new RandomSource(51);
    RandomSource noise = new RandomSource(52);
    for (int i = 0; i < 12; i++) {
      expectedChild.data[i] = coins.nextBoolean() ? mother.data[i] : expectedChild.data[i];
      expectedMutant.data[i] += 2 * noise.nextGaussian();
    }

    DMatrixRMaj child = GradientFreeSearch.crossover(mother, father, new RandomSource(51));
    DMatrixRMaj mutant = GradientFreeSearch.mutated(mother, 2, new RandomSource(52));

    assertThat("child", child).because("promised").isCloseTo(expectedChild, 0);
    assertThat("mutant", mutant).because("promised").isCloseTo(expectedMutant, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("numbers that make no sense are refused by name")
  void refusesBadArguments() {
    RandomSource r = new RandomSource(53);
    ScalarFunction loss = Bowl::distance;
    DMatrixRMaj start = new DMatrixRMaj(1, 5);
    List<DMatrixRMaj> two = List.of(start, start);

    requireRefusal("size is 0", () -> GradientFreeSearch.population(start, 0, 1, r));
    requireRefusal("trials is -1", () -> GradientFreeSearch.randomSearch(loss, start, 1, -1, r));
    requireRefusal("std is -1.0", () -> GradientFreeSearch.mutated(start, -1, r));
    requireRefusal(
        "father is 5x1", () -> GradientFreeSearch.crossover(start, new DMatrixRMaj(5, 1), r));
    requireRefusal(
        "population is 0", () -> GradientFreeSearch.nextGeneration(loss, List.of(), 0, 1, r));
    requireRefusal("elite is -1", () -> GradientFreeSearch.nextGeneration(loss, two, -1, 1, r));
    requireRefusal("less elite is -1", () -> GradientFreeSearch.nextGeneration(loss, two, 3, 1, r));
    requireRefusal("elite is 0", () -> GradientFreeSearch.genetic(loss, two, 0, 1, 5, r));
    requireRefusal("less elite is -1", () -> GradientFreeSearch.genetic(loss, two, 3, 1, 0, r));
    requireRefusal("generations is -1", () -> GradientFreeSearch.genetic(loss, two, 1, 1, -1, r));
  }

  private static DMatrixRMaj evolve(long seed) {
    RandomSource r = new RandomSource(seed);
    List<DMatrixRMaj> members = GradientFreeSearch.population(new DMatrixRMaj(1, 5), 10, 1, r);
    return GradientFreeSearch.genetic(Bowl::distance, members, 1, 0.3, 3, r);
  }

  private static DMatrixRMaj remember(List<DMatrixRMaj> list, DMatrixRMaj x) {
    list.add(x.copy());
    return x;
  }

  private static DMatrixRMaj point(double x) {
    return constant(1, 1, x);
  }

  private static DMatrixRMaj constant(int rows, int columns, double value) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    matrix.fill(value);
    return matrix;
  }
}
