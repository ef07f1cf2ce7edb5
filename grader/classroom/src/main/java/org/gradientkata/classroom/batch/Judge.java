package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.classroom.compile.CompiledFile;

/** Decides about compiled answers. One judge serves one submission after the other. */
public interface Judge extends AutoCloseable {

  /** What an exercise stands on. */
  enum Predecessors {
    /** The learner's own answers. */
    OWN,
    /** The reference's answers, in place of the learner's predecessors. */
    REFERENCE
  }

  /**
   * What is judged.
   *
   * @param files what came of each exercise file, by class name; what is missing is a stub
   * @param sheet the quiz's answer sheet
   * @param exercises which exercises are judged
   * @param predecessors what they stand on
   * @param seed of random inputs
   * @param failing exercises that are not judged now, as something in them is known to be wrong:
   *     what builds on them waits for them
   */
  record Case(
      Map<String, CompiledFile> files,
      Optional<String> sheet,
      List<String> exercises,
      Predecessors predecessors,
      long seed,
      Set<String> failing) {

    /**
     * Answers of which nothing is known yet.
     *
     * @param files what came of each exercise file, by class name; what is missing is a stub
     * @param sheet the quiz's answer sheet
     * @param exercises which exercises are judged
     * @param predecessors what they stand on
     * @param seed of random inputs
     */
    public Case(
        Map<String, CompiledFile> files,
        Optional<String> sheet,
        List<String> exercises,
        Predecessors predecessors,
        long seed) {
      this(files, sheet, exercises, predecessors, seed, Set.of());
    }

    /** The same answers, with only some of the exercises to judge. */
    Case only(List<String> some, Set<String> failing) {
      return new Case(files, sheet, some, predecessors, seed, failing);
    }
  }

  /**
   * Judges.
   *
   * @param answers what is judged
   * @return a result for each exercise, in order
   * @throws IOException if the grader itself fails
   */
  List<ExerciseResult> judge(Case answers) throws IOException;

  /** Ends what was started. */
  @Override
  void close();
}
