package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What keeps a worker from the rest of the machine: bubblewrap, with no network, no files but a
 * JDK's, the system's libraries and the worker's own, nothing that can be written to, no other
 * processes, and an ordinary user.
 *
 * @param name as reports show it
 * @param present whether there is one; without it verdicts are only advice
 */
public record Sandbox(String name, boolean present) {
  private static final int NOBODY = 65_534;

  /** Of all workers together, where a kernel counts them so; older ones count the user's. */
  private static final int MOST_TASKS = 4_096;

  /** Of one worker: a JVM without work of its own has about fifteen. */
  private static final int WORKER_TASKS = 256;

  /** What a JVM needs beside its heap; far above it, and far below what a machine would miss. */
  private static final long BESIDE_HEAP_MEGABYTES = 1_024;

  private static final String KIT = "/kit";
  private static final String PRLIMIT = "/usr/bin/prlimit";

  /** Libraries; no programs, and nothing of /usr/local or /usr/src, where a kit might lie. */
  private static final List<String> SYSTEM =
      List.of("/usr/lib", "/usr/lib64", "/usr/lib32", "/lib", "/lib64", "/lib32");

  /**
   * Looks for a sandbox and tries it.
   *
   * @return the sandbox that works here, or none
   */
  public static Sandbox find() {
    Sandbox bubblewrap = new Sandbox("bubblewrap", true);
    try {
      List<String> command = bubblewrap.command(Path.of("/usr/lib"), List.of("-version"), 64);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean works = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
      process.destroyForcibly();
      return works ? bubblewrap : none();
    } catch (IOException e) {
      return none();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none();
    }
  }

  /**
   * No sandbox.
   *
   * @return what makes verdicts advisory
   */
  public static Sandbox none() {
    return new Sandbox("none", false);
  }

  /** Where the worker's folder is, seen from within. */
  Path inside(Path stage) {
    return present ? Path.of(KIT) : stage;
  }

  /**
   * The command that runs java with arguments, with one folder that it may read.
   *
   * @param heapMegabytes the heap that the arguments give it; what it may use beside is limited
   */
  List<String> command(Path stage, List<String> javaArguments, int heapMegabytes) {
    Path home = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    if (present) {
      if (isRoot()) {
        // Root in a sandbox would be root outside, should there be a hole in it.
        command.addAll(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
      }
      long bytes = (heapMegabytes + BESIDE_HEAP_MEGABYTES) << 20;
      command.addAll(List.of("prlimit", "--nproc=" + MOST_TASKS, "--core=0"));
      command.addAll(List.of("--data=" + bytes, "--fsize=0", "--"));
      command.addAll(
          List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
      // Without an init of its own there is no process whose environment or memory could be read.
      command.add("--as-pid-1");
      command.addAll(List.of("--cap-drop", "ALL"));
      for (String path : SYSTEM) {
        link(Path.of(path))
            .ifPresentOrElse(
                target -> command.addAll(List.of("--symlink", target, path)),
                () -> command.addAll(List.of("--ro-bind-try", path, path)));
      }
      command.addAll(List.of("--ro-bind", PRLIMIT, PRLIMIT));
      command.addAll(List.of("--ro-bind", home.toString(), home.toString()));
      for (Path linked : JdkLinks.OUTSIDE) {
        command.addAll(List.of("--ro-bind-try", linked.toString(), linked.toString()));
      }
      command.addAll(List.of("--ro-bind", stage.toString(), KIT));
      command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
      for (String written : List.of("/tmp", "/dev", "/")) {
        command.addAll(List.of("--remount-ro", written));
      }
      command.addAll(List.of("--chdir", "/tmp", "--", PRLIMIT, "--nproc=" + WORKER_TASKS, "--"));
    }
    command.add(home.resolve("bin/java").toString());
    command.addAll(javaArguments);
    return command;
  }

  private static Optional<String> link(Path path) {
    try {
      return Files.isSymbolicLink(path)
          ? Optional.of(Files.readSymbolicLink(path).toString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether this program runs as root: then answers outside a sandbox would, too.
   *
   * @return true for the user 0
   */
  public static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name")); // no Linux, so no sandbox either
    }
  }
}
