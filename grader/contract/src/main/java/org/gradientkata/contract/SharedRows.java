package org.gradientkata.contract;

/** Work on a matrix row by row, done by the same threads that share the matrix products. */
public final class SharedRows {
  /** Numbers that it takes longer to write than to call for help. */
  private static final int WORTH_A_HAND = 10_000;

  private SharedRows() {}

  /**
   * Has all rows worked on, and returns when the last is done. What comes of a row must not depend
   * on the other rows: they may be worked on at the same time, by other threads.
   *
   * @param rows how many there are
   * @param columns how long each is; short work isn't shared
   * @param task works on the rows it is given; what it throws reaches the caller
   */
  public static void forEach(int rows, int columns, Rows task) {
    long worth = (long) rows * columns / WORTH_A_HAND;
    int parts = (int) Math.min(Math.min(Crew.ALL.hands(), rows), worth);
    if (parts <= 1) {
      task.work(0, rows);
    } else {
      Crew.ALL.share(parts, i -> task.work(cut(rows, i, parts), cut(rows, i + 1, parts)));
    }
  }

  private static int cut(int rows, int i, int parts) {
    return (int) ((long) rows * i / parts);
  }

  /** Work on some of the rows. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Does it.
     *
     * @param from the first row
     * @param to the row after the last
     */
    void work(int from, int to);
  }
}
