package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.suite.Texts;

/**
 * Grades a folder of submissions from its list to the gradebook.
 *
 * @param submissions the folder with one folder or zip for each learner
 * @param out where the results go
 * @param roster who takes the course
 * @param seed of random inputs; if none is given that of an earlier run in the same folder, else a
 *     fresh one
 * @param jobs how many submissions at a time
 * @param shard the part that is graded here
 */
public record GradeRun(
    Path submissions, Path out, Roster roster, OptionalLong seed, int jobs, Shard shard) {
  private static final int MOST_NAMES = 10;

  /** Is told how far the run is. */
  public interface Progress {

    /**
     * One more submission is finished. Called from several threads.
     *
     * @param done how many are finished
     * @param all how many there are
     * @param name of the submission
     */
    void finished(int done, int all, String name);
  }

  /**
   * What came of a run.
   *
   * @param settings what the results depend on
   * @param graded how many submissions were graded now
   * @param kept how many had their result from an earlier run
   * @param refused names of submissions that could not be read
   * @param errors names of submissions that the grader failed on
   * @param gradebook the rows
   * @param changes what differs from the results that were replaced
   * @param remarks on roster and submissions
   */
  public record Summary(
      BatchSettings settings,
      int graded,
      int kept,
      List<String> refused,
      List<String> errors,
      Gradebook gradebook,
      Changes changes,
      List<String> remarks) {}

  /**
   * Grades.
   *
   * @param judges decide
   * @param progress is told of each submission
   * @return what came of it
   * @throws IOException if the submissions can't be listed or a result can't be written
   */
  public Summary run(JudgeFactory judges, Progress progress) throws IOException {
    List<SubmissionPlace> places =
        SubmissionPlace.in(submissions).stream().filter(p -> shard.holds(p.name())).toList();
    ResultFolder folder = new ResultFolder(out);
    folder.open();
    BatchSettings settings = settings(judges, folder);
    folder.write(settings);
    Tally tally = new Tally(progress);
    KnownVerdicts known = new KnownVerdicts();
    new Batch(folder, settings, () -> grader(judges, known)).run(places, Math.max(1, jobs), tally);
    Gradebook gradebook = Gradebook.of(folder, places, roster);
    gradebook.write(folder);
    Changes changes = Changes.in(folder);
    changes.write(folder);
    return new Summary(
        settings,
        tally.graded,
        tally.kept,
        tally.refused,
        tally.errors,
        gradebook,
        changes,
        Stream.concat(
                RosterRemarks.of(places, roster, shard.equals(Shard.WHOLE)).stream(),
                tally.remarks())
            .toList());
  }

  private BatchSettings settings(JudgeFactory judges, ResultFolder folder) throws IOException {
    Optional<BatchSettings> before = folder.settings();
    long chosen =
        seed.orElseGet(() -> before.map(BatchSettings::seed).orElseGet(GradeRun::freshSeed));
    return new BatchSettings(
        BatchSettings.VERSION,
        KitVersion.of(judges.kit()),
        chosen,
        Texts.locale().getLanguage(),
        judges.isolation(),
        judges.advisory(),
        judges.limits(),
        judges.rules(),
        shard.toString());
  }

  /** Small enough to be typed again. */
  private static long freshSeed() {
    return new SecureRandom().nextInt(1_000_000_000);
  }

  private static SubmissionGrader grader(JudgeFactory judges, KnownVerdicts known) {
    try {
      Judge judge = new RememberingJudge(judges.judge(), known, judges.predecessors());
      return new SubmissionGrader(judges.compiler(), judge, judges.predecessors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts, and hands on. */
  private static final class Tally implements Batch.Progress {
    private final Progress progress;
    private final List<String> refused = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private final Set<String> remarked = new TreeSet<>();
    private int graded;
    private int kept;

    Tally(Progress progress) {
      this.progress = progress;
    }

    @Override
    public synchronized void finished(int done, int all, SubmissionResult result, boolean fresh) {
      if (fresh) {
        graded++;
      } else {
        kept++;
      }
      if (result.status() == SubmissionResult.Status.REFUSED) {
        refused.add(result.submission());
        reasons.put(result.submission(), String.join(" ", result.remarks()));
      } else if (result.status() == SubmissionResult.Status.GRADER_ERROR) {
        errors.add(result.submission());
      } else if (!result.remarks().isEmpty()) {
        remarked.add(result.submission());
      }
      progress.finished(done, all, result.submission());
    }

    /** What was not taken, in an order that no thread decides. */
    synchronized Stream<String> remarks() {
      Stream<String> whole =
          reasons.entrySet().stream()
              .map(e -> ClassroomTexts.get("grade.not-taken", e.getKey(), e.getValue()));
      if (remarked.isEmpty()) {
        return whole;
      }
      String names = remarked.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
      String more = remarked.size() > MOST_NAMES ? ", …" : "";
      return Stream.concat(
          whole, Stream.of(ClassroomTexts.get("grade.remarked", remarked.size(), names + more)));
    }
  }
}
