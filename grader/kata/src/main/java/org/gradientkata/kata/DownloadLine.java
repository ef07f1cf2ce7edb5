package org.gradientkata.kata;

import java.util.Locale;
import org.gradientkata.datasets.Progress;

/** How far a download is: a line that is overwritten, or in a log one line a file. */
final class DownloadLine implements Progress {
  private final Console console;

  DownloadLine(Console console) {
    this.console = console;
  }

  @Override
  public void advanced(String file, long done, long total) {
    boolean complete = done == total;
    if (!console.terminal() && !complete) {
      return;
    }
    String amount =
        total > 0
            ? String.format(Locale.ROOT, "%.1f / %.1f MB", done / 1e6, total / 1e6)
            : String.format(Locale.ROOT, "%.1f MB", done / 1e6);
    String line = TextWidth.cut(Messages.get("download", file, amount), console.columns() - 1);
    if (console.terminal()) {
      console.out().print("\r" + line + "\u001b[K" + (complete ? "\n" : ""));
      console.out().flush();
    } else {
      console.out().println(line);
    }
  }
}
