package org.gradientkata.kata;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades what is saved, as soon as it is saved. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..1")
  private String id;

  @Option(names = "--poll")
  private boolean poll;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::watch);
  }

  private int watch() throws IOException, InterruptedException {
    String first = id == null ? "" : ExerciseIds.resolve(List.of(id)).get(0);
    try (WatchScreen screen = screen()) {
      if (!screen.hasKeys()) {
        console.out().println(Messages.get("watch.lines"));
      }
      new Watch(Kit.here(), console, screen, first).run(poll);
    }
    return Kata.OK;
  }

  private WatchScreen screen() {
    if (console.terminal()) {
      try {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
          return new WatchTerminal(terminal, console);
        }
        terminal.close();
      } catch (IOException | IllegalStateException e) {
        // Without a terminal that takes keys there are still lines.
      }
    }
    return new WatchLines(console);
  }
}
