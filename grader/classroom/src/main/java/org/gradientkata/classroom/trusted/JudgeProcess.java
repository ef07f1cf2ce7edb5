package org.gradientkata.classroom.trusted;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Judge;

/** A judge that lives in another process, seen from the grader. */
final class JudgeProcess implements Judge {
  /** Of ours, what a judge says and how long it waits depend on. */
  private static final String KATA = "kata.";

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;

  /**
   * Starts one.
   *
   * @param turn how many were started before
   */
  JudgeProcess(Sandbox sandbox, Path tests, Path solutions, int turn) throws IOException {
    List<String> command = new ArrayList<>(Processors.keepOnOne(turn));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // So much different code runs so shortly that the optimizing compiler never earns its keep.
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable"));
    String archive = System.getProperty("kata.archive", "");
    if (!archive.isEmpty()) { // of the launcher's classes, which are the judge's
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(KATA))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(JudgeMain.class.getName(), sandbox.name()));
    command.addAll(List.of(tests.toString(), solutions.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  @Override
  public List<ExerciseResult> judge(Case answers) throws IOException {
    JudgeWire.Answer answer;
    try {
      JudgeWire.send(out, JudgeWire.Question.of(answers));
      answer = JudgeWire.receive(in, JudgeWire.Answer.class);
    } catch (IOException e) {
      throw new IOException("a judge process ended", e);
    }
    if (answer.results() == null) {
      throw new IOException(answer.failure());
    }
    return answer.results();
  }

  /** It ends by itself when nobody can ask any more, and clears up. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      process.destroy(); // most likely it has ended
    }
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
