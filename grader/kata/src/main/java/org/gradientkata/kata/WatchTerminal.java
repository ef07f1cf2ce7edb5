package org.gradientkata.kata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** A whole terminal, drawn anew with each verdict, that takes single keys. */
final class WatchTerminal implements WatchScreen {
  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final long REST_OF_KEY_MILLIS = 20;
  private static final long LOOK_MILLIS = 20;

  private final Terminal terminal;
  private final Console console;
  private final Thread atExit = new Thread(this::restore, "terminal");
  private Attributes before;
  private WatchView view;
  private int scrolled;
  private boolean suspended;

  WatchTerminal(Terminal terminal, Console console) {
    this.terminal = terminal;
    this.console = console;
    Runtime.getRuntime().addShutdownHook(atExit);
    resume();
  }

  @Override
  public synchronized void draw(WatchView next) {
    if (view == null || !next.body().equals(view.body())) {
      scrolled = 0;
    }
    view = next;
    if (!suspended) {
      draw();
    }
  }

  private void draw() {
    int rows = terminal.getRows() > 0 ? terminal.getRows() : 24;
    List<String> head = view.head();
    List<String> foot = view.foot();
    int room = Math.max(1, rows - head.size() - foot.size());
    List<String> body = view.body();
    scrolled = Math.max(0, Math.min(scrolled, body.size() - room));
    List<String> lines = new ArrayList<>(head);
    if (body.size() <= room) {
      lines.addAll(body);
      while (lines.size() < head.size() + room) {
        lines.add("");
      }
    } else {
      lines.addAll(body.subList(scrolled, scrolled + room));
      boolean more = scrolled + room < body.size();
      lines.set(lines.size() - 1, more ? "  … ↓" : lines.get(lines.size() - 1));
      if (scrolled > 0) {
        lines.set(head.size(), "  … ↑");
      }
    }
    lines.addAll(foot);
    StringBuilder text = new StringBuilder("\u001b[H");
    Standings colors = new Standings(console);
    List<String> shown = lines.subList(0, Math.min(rows, lines.size()));
    for (int i = 0; i < shown.size(); i++) {
      String line = shown.get(i);
      boolean plain = line.indexOf('\u001b') < 0;
      text.append(plain ? colors.colored(TextWidth.cut(line, columns())) : line).append("\u001b[K");
      text.append(i < shown.size() - 1 ? "\r\n" : "\u001b[J");
    }
    terminal.writer().print(text);
    terminal.flush();
  }

  @Override
  public int columns() {
    int width = terminal.getColumns();
    return Math.max(20, width > 0 ? width - 1 : 79);
  }

  @Override
  public boolean hasKeys() {
    return true;
  }

  @Override
  public void listen(IntConsumer keys) {
    terminal.handle(Terminal.Signal.INT, signal -> keys.accept(QUIT));
    terminal.handle(Terminal.Signal.WINCH, signal -> keys.accept(REDRAW));
    Thread thread = new Thread(() -> read(keys), "keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(IntConsumer keys) {
    try {
      NonBlockingReader reader = terminal.reader();
      while (true) {
        awaitKey();
        int key = reader.read();
        if (key == 0x1b) {
          key = escaped(reader);
        }
        if (key == NonBlockingReader.EOF || key == 3 || key == 4) {
          keys.accept(QUIT);
          return;
        }
        if (key == UP || key == DOWN) {
          scroll(key == UP ? -1 : 1);
        } else {
          keys.accept(halfWidth(key));
        }
      }
    } catch (IOException e) {
      keys.accept(QUIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who waits inside JLine keeps the terminal from being closed, and takes an editor's keys. */
  private static void awaitKey() throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    while (!windows && System.in.available() == 0) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Arrow keys come as three letters. */
  private static int escaped(NonBlockingReader reader) throws IOException {
    int second = reader.read(REST_OF_KEY_MILLIS);
    if (second != '[' && second != 'O') {
      return REDRAW;
    }
    int third = reader.read(REST_OF_KEY_MILLIS);
    return third == 'A' ? UP : third == 'B' ? DOWN : REDRAW;
  }

  /** A Japanese keyboard may be set to wide letters. */
  private static int halfWidth(int key) {
    return key >= 0xff01 && key <= 0xff5e ? key - 0xfee0 : key;
  }

  private synchronized void scroll(int lines) {
    scrolled += lines;
    if (view != null && !suspended) {
      draw();
    }
  }

  @Override
  public synchronized void suspend() {
    suspended = true;
    restore();
  }

  private void restore() {
    terminal.writer().print(LEAVE);
    terminal.flush();
    terminal.setAttributes(before);
  }

  @Override
  public synchronized void resume() {
    before = terminal.enterRawMode();
    suspended = false;
    terminal.writer().print(ENTER);
    terminal.flush();
    if (view != null) {
      draw();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
      restore();
      terminal.close();
    } catch (IOException | IllegalStateException e) {
      // The process ends, and its terminal is as it was.
    }
  }
}
