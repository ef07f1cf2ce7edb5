package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.SubmissionResult.Status;
import org.gradientkata.classroom.intake.Intake;
import org.gradientkata.classroom.intake.IntakeLimits;
import org.gradientkata.classroom.intake.Remark;
import org.gradientkata.classroom.intake.Submission;
import org.gradientkata.classroom.intake.SubmissionPlace;

/**
 * Grades submissions, several at a time. Each result is written as soon as it is there; one that is
 * there already, for the same content, kit and seed, is not made again. Whatever one submission
 * does, it costs no other.
 */
final class Batch {
  private final ResultFolder folder;
  private final BatchSettings settings;
  private final Supplier<SubmissionGrader> graders;
  private final Intake intake = new Intake(IntakeLimits.usual());
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  /** Is told of each submission that is finished, from several threads. */
  interface Progress {

    /**
     * One more is finished.
     *
     * @param done how many are finished
     * @param all how many there are
     * @param result what came of this one
     * @param fresh whether it was graded now, and not by an earlier run
     */
    void finished(int done, int all, SubmissionResult result, boolean fresh);
  }

  /**
   * A batch.
   *
   * @param folder where its files go
   * @param settings what its results depend on
   * @param graders makes a grader for each thread
   */
  Batch(ResultFolder folder, BatchSettings settings, Supplier<SubmissionGrader> graders) {
    this.folder = folder;
    this.settings = settings;
    this.graders = graders;
  }

  /**
   * Grades.
   *
   * @param places the submissions
   * @param jobs how many at a time
   * @param progress is told of each
   * @throws IOException if a result can't be written
   */
  void run(List<SubmissionPlace> places, int jobs, Progress progress) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<? extends Future<?>> all =
          IntStream.range(0, jobs)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            work(places, progress);
                            return null;
                          }))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      next.set(places.size()); // nothing can be written: the other threads need not go on
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(List<SubmissionPlace> places, Progress progress) throws IOException {
    try (Worker worker = new Worker()) {
      for (int i = next.getAndIncrement(); i < places.size(); i = next.getAndIncrement()) {
        SubmissionPlace place = places.get(i);
        long start = System.nanoTime();
        Submission submission = intake.take(place);
        String key = settings.key(submission.hash());
        Optional<SubmissionResult> known =
            folder
                .result(place.name())
                .filter(r -> r.key().equals(key) && r.status() != Status.GRADER_ERROR);
        SubmissionResult result;
        if (known.isPresent()) {
          result = known.get();
        } else {
          result = worker.grade(place, submission, key);
          folder.write(result);
          folder.addTime(
              place.name(),
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              (System.nanoTime() - start) / 1_000_000);
        }
        progress.finished(done.incrementAndGet(), places.size(), result, known.isEmpty());
      }
    }
  }

  /** One thread's grader, made when it is first needed and again after it has failed. */
  private final class Worker implements AutoCloseable {
    private SubmissionGrader grader;

    SubmissionResult grade(SubmissionPlace place, Submission submission, String key) {
      List<String> remarks = submission.remarks().stream().map(Remark::text).toList();
      if (submission.refused()) {
        return result(place, key, Status.REFUSED, remarks, List.of());
      }
      try {
        if (grader == null) {
          grader = graders.get();
        }
        List<ExerciseResult> exercises = grader.grade(submission, settings.seed());
        return result(place, key, Status.GRADED, remarks, exercises);
      } catch (IOException | RuntimeException | Error e) { // even this one must not end the batch
        close();
        List<String> told = new java.util.ArrayList<>(remarks);
        told.add(ClassroomTexts.get("grade.own-fault", Remark.harmless(e.toString())));
        return result(place, key, Status.GRADER_ERROR, told, List.of());
      }
    }

    @Override
    public void close() {
      if (grader != null) {
        SubmissionGrader old = grader;
        grader = null;
        old.close();
      }
    }
  }

  private SubmissionResult result(
      SubmissionPlace place,
      String key,
      Status status,
      List<String> remarks,
      List<ExerciseResult> exercises) {
    return new SubmissionResult(
        BatchSettings.VERSION,
        place.name(),
        place.path().getFileName().toString(),
        key,
        settings.kit(),
        settings.seed(),
        settings.language().toLowerCase(Locale.ROOT),
        settings.isolation(),
        settings.advisory(),
        status,
        exercises.stream().mapToInt(ExerciseResult::points).sum(),
        exercises.stream().mapToInt(ExerciseResult::maximum).sum(),
        remarks,
        exercises);
  }
}
