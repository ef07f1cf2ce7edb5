package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gradientkata.classroom.worker.GraderPeer;
import org.gradientkata.classroom.worker.Link;
import org.gradientkata.classroom.worker.WorkerMain;

/** A worker process, seen from the grader. */
final class Worker implements AutoCloseable {
  private final Process process;
  private final Link link;

  /** Looking through all processes of the machine takes milliseconds: not at every test. */
  private volatile List<ProcessHandle> tree = List.of();

  Worker(
      Sandbox sandbox,
      Stage stage,
      TrustedLimits limits,
      Set<String> proxied,
      Map<String, byte[]> classes)
      throws IOException {
    List<String> java =
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            // What the JVM has to say would go to the channel.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Dkata.blas=ejml",
            "-cp",
            stage.classPath(sandbox.inside(stage.folder())),
            WorkerMain.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(sandbox.command(stage.folder(), java, limits.heapMegabytes()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Whatever secrets the grader was given, no process of the sandbox has them.
    builder.environment().keySet().retainAll(Set.of("PATH"));
    process = builder.start();
    link = new Link(process.getInputStream(), process.getOutputStream());
    try {
      GraderPeer.greet(link, proxied, classes);
      look();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  Link link() {
    return link;
  }

  /** Whether it ends by itself within a moment, as after System.exit. */
  boolean hasEnded() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /** Looks which processes there are. */
  void look() {
    tree = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Processor time so far of all processes that there were at the last look. */
  Duration cpu() {
    return tree.stream()
        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Kills the whole tree, the innermost first. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
