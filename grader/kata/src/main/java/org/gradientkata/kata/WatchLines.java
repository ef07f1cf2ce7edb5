package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Verdicts one after the other, where nobody sits at a terminal. */
final class WatchLines implements WatchScreen {
  private final Console console;
  private List<String> last = List.of();

  WatchLines(Console console) {
    this.console = console;
  }

  @Override
  public void draw(WatchView view) {
    List<String> lines = new ArrayList<>(view.body());
    if (view.verdict() && !lines.equals(last)) {
      last = lines;
      console.out().println();
      lines.forEach(console.out()::println);
    }
  }

  @Override
  public int columns() {
    return console.columns();
  }

  @Override
  public boolean hasKeys() {
    return false;
  }

  @Override
  public void listen(IntConsumer keys) {
    // There are none.
  }

  @Override
  public void suspend() {
    // There is no terminal to give away.
  }

  @Override
  public void resume() {
    // Nor to take back.
  }

  @Override
  public void close() {
    console.out().flush();
  }
}
