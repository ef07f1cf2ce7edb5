// Exercise 19 gradient-free-search: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=GradientFreeSearchTest
// Lesson: docs/lessons/19-gradient-free-search.md (日本語: 19-gradient-free-search.ja.md)
package org.gradientkata.optimization;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;
import org.gradientkata.contract.Shapes;

/**
 * Search for small losses that never asks for a gradient, and so has none to lose: it tries points,
 * and keeps what does well.
 *
 * <p>A point is a matrix of any shape, usually a row vector (1 × parameters); the loss is to be as
 * small as possible. A loss that is NaN is worse than any number. Points that are given are never
 * changed, and each that is returned is a matrix of its own.
 *
 * <p>Source: random guessing of weights: Hochreiter and Schmidhuber 1996, "Bridging long time lags
 * by weight guessing and Long Short-Term Memory"; genetic algorithms: Holland 1975; Goldberg 1989.
 */
public final class GradientFreeSearch {
  private GradientFreeSearch() {}

  /**
   * Random points around a centre, the centre first.
   *
   * @param centre the first member (a copy); not modified
   * @param size how many points, at least 1
   * @param std standard deviation of the normal noise that makes the others out of the centre
   * @param random where the noise comes from
   * @return a new list of {@code size} points
   * @throws IllegalArgumentException if size is under 1 or std is negative
   */
  public static List<DMatrixRMaj> population(
      DMatrixRMaj centre, int size, double std, RandomSource random) {
    requireAtLeast("size", size, 1);
    List<DMatrixRMaj> population = new ArrayList<>(size);
    population.add(centre.copy());
    while (population.size() < size) {
      population.add(mutated(centre, std, random));
    }
    return population;
  }

  /**
   * Random search: guess points around the start, independently of each other, and remember the
   * best.
   *
   * <p>Each trial is {@code start + std·N(0, 1)}, drawn element by element and row after row by
   * {@link RandomSource#nextGaussian()}. A good trial doesn't move the centre of the later ones. If
   * no trial is better than the start, the start is the answer.
   *
   * @param loss what to make small; called once for the start and once for each trial
   * @param start centre of the search; not modified
   * @param std how far to look, at least 0
   * @param trials how many points to guess, at least 0
   * @param random where the noise comes from
   * @return the best point seen, a new matrix
   * @throws IllegalArgumentException if std or trials is negative
   */
  public static DMatrixRMaj randomSearch(
      ScalarFunction loss, DMatrixRMaj start, double std, int trials, RandomSource random) {
    requireAtLeast("trials", trials, 0);
    throw new NotStarted("19 gradient-free-search");
  }

  /**
   * A child that takes each gene from the one parent or from the other, with equal chances (uniform
   * crossover).
   *
   * <p>Element by element and row after row: from the mother where {@link
   * RandomSource#nextBoolean()} is true, else from the father.
   *
   * @param mother one parent; not modified
   * @param father the other parent, of the same shape; not modified
   * @param random who decides
   * @return a new matrix of the parents' shape
   * @throws IllegalArgumentException if the parents differ in shape
   */
  public static DMatrixRMaj crossover(DMatrixRMaj mother, DMatrixRMaj father, RandomSource random) {
    Shapes.require("father", father, mother.numRows, mother.numCols);
    throw new NotStarted("19 gradient-free-search");
  }

  /**
   * A mutant: every gene is moved by normal noise, {@code genes + std·N(0, 1)}.
   *
   * <p>One {@link RandomSource#nextGaussian()} an element, row after row.
   *
   * @param genes the original; not modified
   * @param std standard deviation of the noise, at least 0
   * @param random where the noise comes from
   * @return a new matrix of the same shape
   * @throws IllegalArgumentException if std is negative or NaN
   */
  public static DMatrixRMaj mutated(DMatrixRMaj genes, double std, RandomSource random) {
    if (!(std >= 0)) {
      throw new IllegalArgumentException("std is " + std + ", expected a number >= 0");
    }
    throw new NotStarted("19 gradient-free-search");
  }

  /**
   * The next generation.
   *
   * <ol>
   *   <li>Every member's loss is computed, once.
   *   <li>Elitism: the {@code elite} best members go on unchanged, the best first. So the best loss
   *       never gets worse.
   *   <li>Selection: each remaining place goes to a child of two parents. A parent is the winner of
   *       a tournament: two members are drawn with {@link RandomSource#nextInt(int)} (perhaps the
   *       same one twice), and the one with the smaller loss wins.
   *   <li>The child is the {@link #crossover} of its parents, {@link #mutated}.
   * </ol>
   *
   * @param loss what to make small; called once for each member
   * @param population the members, all of one shape, in any order; not modified, nor its members
   * @param elite how many go on unchanged, from 0 to the size of the population
   * @param std standard deviation of the mutations, at least 0
   * @param random who draws
   * @return a new list of the same size: the elite first, the best before the others
   * @throws IllegalArgumentException if the population is empty or elite out of its range
   */
  public static List<DMatrixRMaj> nextGeneration(
      ScalarFunction loss,
      List<DMatrixRMaj> population,
      int elite,
      double std,
      RandomSource random) {
    requireAtLeast("the size of population", population.size(), 1);
    requireAtLeast("elite", elite, 0);
    requireAtLeast("the size of population less elite", population.size() - elite, 0);
    throw new NotStarted("19 gradient-free-search");
  }

  /**
   * A genetic algorithm: one {@link #nextGeneration} after another, then the best of the last.
   *
   * @param loss what to make small
   * @param population the first generation, such as {@link #population}; not modified
   * @param elite how many go on unchanged, at least 1 so that the best is never lost
   * @param std standard deviation of the mutations, at least 0
   * @param generations how often the population is replaced, at least 0
   * @param random who draws
   * @return the best member of the last generation, a new matrix
   * @throws IllegalArgumentException if the population is empty, elite is under 1 or over its size,
   *     or generations is negative
   */
  public static DMatrixRMaj genetic(
      ScalarFunction loss,
      List<DMatrixRMaj> population,
      int elite,
      double std,
      int generations,
      RandomSource random) {
    requireAtLeast("elite", elite, 1);
    requireAtLeast("the size of population less elite", population.size() - elite, 0);
    requireAtLeast("generations", generations, 0);
    throw new NotStarted("19 gradient-free-search");
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }
}
