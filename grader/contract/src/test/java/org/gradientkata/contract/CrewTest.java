package org.gradientkata.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a crew with a task in parts")
@Timeout(60)
class CrewTest {

  @ParameterizedTest(name = "{0} helpers, {1} parts")
  @CsvSource({"0, 1", "0, 5", "1, 2", "3, 2", "3, 20"})
  @DisplayName("every part is done exactly once before share returns, task after task")
  void shouldDoEveryPartOnce(int count, int parts) {
    Crew crew = new Crew(count);
    int tasks = 1_000;

    for (int task = 0; task < tasks; task++) {
      AtomicIntegerArray done = new AtomicIntegerArray(parts);
      crew.share(parts, done::incrementAndGet);
      for (int part = 0; part < parts; part++) {
        assertThat(done.get(part)).as("part %d of task %d", part, task).isEqualTo(1);
      }
    }
  }

  @Test
  @DisplayName("two parts that wait for each other both end: they run at the same time")
  void shouldRunAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    new Crew(1)
        .share(
            2,
            part -> {
              threads.add(Thread.currentThread());
              both.countDown();
              await(both);
            });

    assertThat(threads).hasSize(2);
  }

  @Test
  @DisplayName("what a part throws reaches the caller, and the next task is done all the same")
  void shouldHandFailuresOver() {
    Crew crew = new Crew(1);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                crew.share(
                    4,
                    part -> {
                      if (part == 3) {
                        throw new IllegalStateException("part 3");
                      }
                    }))
        .withMessage("part 3");
    shouldDoEveryPartOnce(1, 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
