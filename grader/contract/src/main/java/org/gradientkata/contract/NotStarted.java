package org.gradientkata.contract;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Thrown by a stub: nothing has been written here yet.
 *
 * <p>An {@code Error}, so that a {@code catch (Exception e)} on the way doesn't swallow it; and it
 * leaves a note that it was thrown, so that a test which does swallow it is still recognised.
 */
public final class NotStarted extends Error {
  private static final long serialVersionUID = 1L;
  private static final AtomicReference<NotStarted> LATEST = new AtomicReference<>();

  /**
   * Marks a place where the learner's code belongs.
   *
   * @param exercise number and name, such as {@code 01 sigmoid}
   */
  public NotStarted(String exercise) {
    super(exercise);
    LATEST.set(this);
  }

  /**
   * The exercise whose stub was hit.
   *
   * @return number and name, such as {@code 01 sigmoid}
   */
  public String exercise() {
    return getMessage();
  }

  /**
   * The stub that was hit.
   *
   * @return the frame of the method that has not been written
   */
  public StackTraceElement place() {
    return getStackTrace()[0];
  }

  /**
   * The last one created since the previous call, and forgets it.
   *
   * @return null if none was created
   */
  public static NotStarted takeLatest() {
    return LATEST.getAndSet(null);
  }
}
