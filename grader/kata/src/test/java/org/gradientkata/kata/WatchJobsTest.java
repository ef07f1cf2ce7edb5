package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("jobs of a watch")
class WatchJobsTest {
  private static final String SIGMOID = "01 sigmoid";

  @TempDir private Path temp;
  private final BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();

  @Test
  @DisplayName("begin with what an earlier command has found; what was saved or asked for is run")
  void shouldBeginWithWhatIsKnown() throws Exception {
    SmallCheckout checkout = SmallCheckout.in(temp);
    AnswerSet answers = new Kit(checkout.root()).exercises();
    checkout.answer("Sigmoid", "Sigmoid");
    Grader.grade(answers, List.of(SIGMOID));

    try (WatchJobs jobs = new WatchJobs(answers, new Board(), events::add)) {
      jobs.later(List.of(SIGMOID));
      assertThat(end(jobs)).matches(WatchEvent.Ended::again);

      jobs.first(SIGMOID);
      assertThat(end(jobs)).matches(ended -> !ended.again());

      jobs.saved(SIGMOID);
      assertThat(end(jobs)).matches(ended -> !ended.again());
      jobs.later(List.of(SIGMOID));
      assertThat(end(jobs)).matches(ended -> !ended.again());
    }
  }

  /** The next end of a job; it was solved. */
  private WatchEvent.Ended end(WatchJobs jobs) throws InterruptedException {
    while (true) {
      WatchEvent event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).isNotNull();
      if (event instanceof WatchEvent.Ended ended) {
        assertThat(ended.standing()).get().matches(s -> s.state() == State.SOLVED);
        jobs.ended(ended.job());
        return ended;
      }
    }
  }
}
