package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gradientkata.classroom.worker.GraderPeer;
import org.gradientkata.classroom.worker.Link;
import org.gradientkata.classroom.worker.WorkerMain;

/** A worker process, seen from the grader. */
final class Worker implements AutoCloseable {
  private final Process process;
  private final Link link;

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
    process =
        new ProcessBuilder(sandbox.command(stage.folder(), java))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    link = new Link(process.getInputStream(), process.getOutputStream());
    try {
      GraderPeer.greet(link, proxied, classes);
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

  /** Processor time of the whole process tree so far. */
  Duration cpu() {
    return process
        .descendants()
        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus);
  }

  /** Kills the whole tree, the innermost first. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
