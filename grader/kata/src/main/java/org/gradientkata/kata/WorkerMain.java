package org.gradientkata.kata;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Standing;

/**
 * A process that compiles and runs what a learner wrote, for a {@link Worker} in the process that
 * holds the terminal. Whatever the code does to its JVM, it does it here.
 */
final class WorkerMain {
  /** Exit code: this process can't go on by itself. */
  private static final int BROKEN = 70;

  private static final long SETTLING_MILLIS = 30;

  private final Wire wire;
  private final AnswerSet answers;

  private WorkerMain(Wire wire, AnswerSet answers) {
    this.wire = wire;
    this.answers = answers;
  }

  /**
   * Serves jobs until the other side is gone.
   *
   * @param args name, folder of sources and folder of classes of the answers; whether to warm up
   */
  public static void main(String[] args) throws IOException {
    Wire wire =
        new Wire(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setIn(InputStream.nullInputStream());
    PrintStream output = new PrintStream(new Output(wire), true, StandardCharsets.UTF_8);
    System.setOut(output);
    System.setErr(output);
    AnswerSet answers = new AnswerSet(args[0], Path.of(args[1]), Path.of(args[2]));
    WorkerMain worker = new WorkerMain(wire, answers);
    BlockingQueue<Wire.Job> jobs = new LinkedBlockingQueue<>();
    boolean warm = Boolean.parseBoolean(args[3]);
    Thread thread = new Thread(() -> worker.serve(jobs, warm), "jobs");
    thread.setDaemon(true);
    thread.start();
    // Read here, so that the end of the other process ends this one in the midst of a job too.
    try {
      while (true) {
        jobs.add(Wire.job(wire.receive().body()));
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve(BlockingQueue<Wire.Job> jobs, boolean warm) {
    try {
      if (warm) {
        new WarmUp(answers).run();
      }
      wire.send(Wire.Kind.READY, new byte[0]);
      while (true) {
        Wire.Job job = jobs.take();
        wire.send(Wire.Kind.DONE, Wire.bytes(run(job)));
      }
    } catch (Throwable t) { // without its one thread the process is of no use
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  /** Does a job; whether it left something behind that the next one would suffer from. */
  private boolean run(Wire.Job job) throws IOException, InterruptedException {
    if (job.compile()) {
      answers.compile();
    }
    wire.send(Wire.Kind.COMPILED, new byte[0]);
    if (!job.exercises().isEmpty()) {
      AnswerRun run = new AnswerRun(List.of(answers.classes(), answers.folder(), Tests.place()));
      for (Standing s : run.grade(job.exercises(), Set.copyOf(job.failing()))) {
        boolean steady = !run.limited().contains(s.exercise().value());
        wire.send(Wire.Kind.RESULT, Wire.bytes(result(s, steady)));
      }
    }
    return leftThreads() || isShortOfMemory();
  }

  private static Wire.Result result(Standing s, boolean steady) {
    String exercise = s.exercise().value();
    return new Wire.Result(exercise, s.state(), s.written(), s.methods(), s.outcomes(), steady);
  }

  /** The suite runs each test on a thread of this name, and rules forbid threads of the answers. */
  private static boolean leftThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("exercise")) {
        thread.join(SETTLING_MILLIS);
        if (thread.isAlive()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isShortOfMemory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 2;
  }

  /** What is printed goes to the other process. */
  private static final class Output extends OutputStream {
    private final Wire wire;

    Output(Wire wire) {
      this.wire = wire;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      wire.send(Wire.Kind.OUTPUT, java.util.Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }
}
