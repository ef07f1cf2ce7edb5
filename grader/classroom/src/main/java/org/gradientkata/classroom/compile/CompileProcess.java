package org.gradientkata.classroom.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gradientkata.suite.ScratchFolder;

/** One compile process, seen from outside. After a failure it is gone. */
final class CompileProcess implements AutoCloseable {
  private static final int LOOK_MILLIS = 50;

  private final CompileLimits limits;
  private final ScratchFolder scratch;
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;

  CompileProcess(List<Path> tools, List<Path> classPath, CompileLimits limits) throws IOException {
    this.limits = limits;
    this.scratch = ScratchFolder.make("kata-compile");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", joined(tools), CompileMain.class.getName()));
    command.addAll(List.of(scratch.path().toString(), Integer.toString(limits.classBytes())));
    classPath.forEach(entry -> command.add(entry.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    // What is set here for this program, an agent say, is not meant for that one.
    builder.environment().keySet().removeIf(name -> name.contains("JAVA_TOOL_OPTIONS"));
    this.process = builder.start();
    scratch.usedBy(process);
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** The process could not answer. */
  static final class Died extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CompiledFile.Status status;

    Died(CompiledFile.Status status) {
      super(status.name());
      this.status = status;
    }

    CompiledFile.Status status() {
      return status;
    }
  }

  /** Compiles sources. */
  Reply compile(Map<String, String> sources) throws Died {
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> exchange(sources));
    Duration before = cpu();
    long start = System.nanoTime();
    while (true) {
      try {
        return reply.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        boolean slow = System.nanoTime() - start > limits.wall().toNanos();
        if (slow || cpu().minus(before).compareTo(limits.cpu()) > 0) {
          close();
          throw new Died(CompiledFile.Status.TIMED_OUT);
        }
      } catch (ExecutionException e) {
        close();
        throw new Died(CompiledFile.Status.CRASHED);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new Died(CompiledFile.Status.CRASHED);
      }
    }
  }

  private Reply exchange(Map<String, String> sources) {
    try {
      out.writeInt(sources.size());
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Reply.writeText(out, source.getKey());
        Reply.writeText(out, source.getValue());
      }
      out.flush();
      return Reply.read(in, limits.classBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time so far; nothing where the system doesn't tell. */
  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    scratch.close();
  }

  private static String joined(List<Path> paths) {
    return String.join(java.io.File.pathSeparator, paths.stream().map(Path::toString).toList());
  }
}
