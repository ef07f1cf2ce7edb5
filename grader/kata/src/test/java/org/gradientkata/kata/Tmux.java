package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real terminal without a window: keys are typed, the screen is read. */
final class Tmux {
  private static final int MOST_SECONDS = 60;

  private final String server;

  private Tmux(String server) {
    this.server = server;
  }

  /** Whether there is one on this machine. */
  static boolean isHere() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts a command in a terminal of a size. */
  static Tmux start(int columns, int rows, Path folder, List<String> command) throws Exception {
    Tmux tmux = new Tmux("kata-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    List<String> words = new ArrayList<>(List.of("-u", "-f", "/dev/null", "new-session", "-d"));
    words.addAll(List.of("-x", String.valueOf(columns), "-y", String.valueOf(rows)));
    words.addAll(List.of("-c", folder.toString()));
    words.addAll(command);
    tmux.run(words);
    return tmux;
  }

  void type(String keys) throws Exception {
    run(List.of("send-keys", keys));
  }

  void resize(int columns, int rows) throws Exception {
    run(List.of("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
  }

  String screen() throws Exception {
    return run(List.of("capture-pane", "-p"));
  }

  /** The screen with the escape sequences of its colours. */
  String screenWithColors() throws Exception {
    return run(List.of("capture-pane", "-p", "-e"));
  }

  /** Waits until the screen shows all of some texts. */
  String await(String... texts) throws Exception {
    String screen = "";
    for (int i = 0; i < MOST_SECONDS * 10; i++) {
      screen = screen();
      if (List.of(texts).stream().allMatch(screen::contains)) {
        return screen;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(screen).contains(texts);
    return screen;
  }

  /** Whether the command has come to its end. */
  boolean hasEnded() throws Exception {
    for (int i = 0; i < 100; i++) {
      if (run(List.of("list-sessions")).isEmpty()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return false;
  }

  private String run(List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  /** Ends the terminal and what runs in it, which may still be writing files. */
  void end() throws Exception {
    List<ProcessHandle> running =
        run(List.of("list-panes", "-a", "-F", "#{pane_pid}"))
            .lines()
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    run(List.of("kill-server"));
    for (ProcessHandle process : running) {
      process.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
    }
  }
}
