package org.gradientkata.kata;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gradientkata.suite.ScratchFolder;
import org.gradientkata.suite.Texts;

/** Another process that runs a learner's code, seen from the one that survives it. */
final class Worker implements AutoCloseable {
  /** Exercises end by themselves after a minute; a process that still says nothing is stuck. */
  private static final long GRACE_MILLIS = 15_000;

  private static final long EXERCISE_MILLIS = Long.getLong("kata.deadline.exercise", 60_000);
  private static final Wire.Message END = new Wire.Message(Wire.Kind.DONE, null);

  private final Process process;
  private final ScratchFolder scratch;
  private final Wire wire;
  private final BlockingQueue<Wire.Message> messages = new LinkedBlockingQueue<>();
  private volatile boolean ready;
  private volatile boolean spoiled;
  private volatile boolean killed;

  private Worker(Process process, ScratchFolder scratch) {
    this.process = process;
    this.scratch = scratch;
    scratch.usedBy(process);
    this.wire =
        new Wire(
            new BufferedInputStream(process.getInputStream()),
            new BufferedOutputStream(process.getOutputStream()));
    Thread listener = new Thread(this::listen, "worker " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /** The worker ended in the midst of a job. */
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean silent;
    private final boolean wanted;
    private final int code;

    private Ended(boolean silent, boolean wanted, int code) {
      super("worker ended");
      this.silent = silent;
      this.wanted = wanted;
      this.code = code;
    }

    /** Whether it had to be stopped because it said nothing for too long. */
    boolean silent() {
      return silent;
    }

    /** Whether somebody closed it on purpose. */
    boolean wanted() {
      return wanted;
    }

    /** The exit code of its process. */
    int code() {
      return code;
    }
  }

  /**
   * Starts a process.
   *
   * @param answers what it will compile and run
   * @param warm whether it shall make itself quick before its first job
   */
  static Worker start(AnswerSet answers, boolean warm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:-UsePerfData", "-Xlog:disable"));
    command.addAll(List.of("-Xshare:auto", "-XX:-OmitStackTraceInFastThrow"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("-Dkata.lang=" + Texts.locale().getLanguage());
    // As mvn test has it: an answer's verdict doesn't hang on a machine's BLAS, nor waits for one.
    command.add("-Dkata.blas=ejml");
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("kata.") && !name.equals("kata.lang")) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    String archive = System.getProperty("kata.archive", "");
    if (!archive.isEmpty()) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(List.of("-cp", classPath(answers), WorkerMain.class.getName()));
    command.addAll(List.of(answers.name(), answers.sources().toString()));
    command.addAll(List.of(answers.classes().toString(), String.valueOf(warm)));
    try {
      ScratchFolder scratch = ScratchFolder.make("kata-worker");
      command.add(1, "-Djava.io.tmpdir=" + scratch.path()); // once killed it can't clear up
      return new Worker(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start(),
          scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answers come last: an archive of classes can't begin with a folder. */
  private static String classPath(AnswerSet answers) {
    List<String> entries = new ArrayList<>();
    Kit.classPath().forEach(entry -> entries.add(entry.toString()));
    entries.add(answers.classes().toString());
    return String.join(File.pathSeparator, entries);
  }

  private void listen() {
    try {
      while (true) {
        Wire.Message message = wire.receive();
        if (message.kind() == Wire.Kind.READY) {
          ready = true;
        }
        messages.add(message);
      }
    } catch (IOException | IllegalArgumentException e) { // the end, or no language of ours
      messages.add(END);
    }
  }

  /** Whether it waits for a job. */
  boolean isReady() {
    return ready;
  }

  /** Whether it can take another job. */
  boolean isUsable() {
    return !killed && !spoiled && process.isAlive();
  }

  /**
   * Does a job.
   *
   * @param job what to do
   * @param output takes what the learner's code prints
   * @return the results of its exercises
   * @throws Ended if the process ended before the job did
   */
  List<Wire.Result> run(Wire.Job job, Consumer<String> output) throws Ended {
    List<Wire.Result> results = new ArrayList<>();
    try {
      wire.send(Wire.Kind.JOB, Wire.bytes(job));
    } catch (IOException e) {
      throw ended(false);
    }
    long limit = GRACE_MILLIS + EXERCISE_MILLIS * Math.max(1, job.exercises().size());
    long start = System.nanoTime();
    while (true) {
      long left = limit - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      Optional<Wire.Message> next = next(left);
      if (next.isEmpty()) {
        throw ended(true);
      }
      Wire.Message message = next.get();
      if (message.equals(END)) {
        throw ended(false);
      }
      try {
        switch (message.kind()) {
          case OUTPUT -> output.accept(new String(message.body(), StandardCharsets.UTF_8));
          case RESULT -> results.add(Wire.result(message.body()));
          case DONE -> {
            spoiled = Wire.flag(message.body());
            return spoiled ? results.stream().map(Wire.Result::unsteady).toList() : results;
          }
          default -> {}
        }
      } catch (IOException e) {
        throw ended(false);
      }
    }
  }

  private Optional<Wire.Message> next(long millis) {
    try {
      return Optional.ofNullable(messages.poll(Math.max(0, millis), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Ended ended(boolean silent) {
    boolean wanted = killed;
    close();
    int code = -1;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Ended(silent, wanted, code);
  }

  /** Ends the process, whatever it is doing. */
  @Override
  public void close() {
    killed = true;
    scratch.close();
  }
}
