package org.gradientkata.classroom.trusted;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gradientkata.classroom.batch.Judge;

/**
 * A judge in a process of its own, so that several submissions can be judged at a time. It runs no
 * answer either: each has its sandboxed worker.
 */
public final class JudgeMain {
  private JudgeMain() {}

  /**
   * Judges until nobody asks any more.
   *
   * @param args the sandbox that is expected, the place of the tests, that of the reference's
   *     classes
   * @throws IOException if what a worker needs can't be laid out, or there is another sandbox
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What a test prints must not get between the answers.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
    Sandbox sandbox = Sandbox.find();
    if (!sandbox.name().equals(args[0])) {
      throw new IOException("the sandbox " + args[0] + " is gone");
    }
    TrustedJudges judges =
        new TrustedJudges(sandbox, TrustedLimits.usual(), Path.of(args[1]), Path.of(args[2]));
    BlockingQueue<JudgeWire.Question> questions = new LinkedBlockingQueue<>();
    try (Judge judge = judges.judge()) {
      Thread thread = new Thread(() -> answer(judge, questions, out), "judge");
      thread.setDaemon(true);
      thread.start();
      // Read here, so that this process ends with whoever asks, in the midst of a question too.
      while (true) {
        questions.add(JudgeWire.receive(in, JudgeWire.Question.class));
      }
    } catch (EOFException e) {
      // Whoever asked is done, or gone. Without a sandbox a worker may be lost in a loop.
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** However it ends, it closes its output: who waits for an answer then knows of no more. */
  private static void answer(
      Judge judge, BlockingQueue<JudgeWire.Question> questions, DataOutputStream out) {
    try (out) {
      while (true) {
        JudgeWire.send(out, answer(judge, questions.take()));
      }
    } catch (IOException | InterruptedException e) {
      // Nobody listens any more.
    }
  }

  private static JudgeWire.Answer answer(Judge judge, JudgeWire.Question question) {
    try {
      return new JudgeWire.Answer(judge.judge(question.answers()), null);
    } catch (IOException | RuntimeException | Error e) { // even this one must not end the batch
      return new JudgeWire.Answer(null, e.toString());
    }
  }
}
