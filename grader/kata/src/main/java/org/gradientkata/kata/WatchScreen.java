package org.gradientkata.kata;

import java.util.function.IntConsumer;

/** Where the verdicts are shown. */
interface WatchScreen extends AutoCloseable {
  /** Stands for a key that asks to draw anew. */
  int REDRAW = -1;

  /** Stands for the wish to end. */
  int QUIT = -2;

  /** Stands for the arrow keys. */
  int UP = -3;

  /** Stands for the arrow keys. */
  int DOWN = -4;

  /** Shows a view. */
  void draw(WatchView view);

  /** How wide a line may be. */
  int columns();

  /** Whether keys can be typed. */
  boolean hasKeys();

  /** Hands each key over from now on. */
  void listen(IntConsumer keys);

  /** Lets another program use the terminal. */
  void suspend();

  /** Takes the terminal back. */
  void resume();

  @Override
  void close();
}
