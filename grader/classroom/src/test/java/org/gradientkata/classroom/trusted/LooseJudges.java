package org.gradientkata.classroom.trusted;

import java.nio.file.Path;
import org.gradientkata.classroom.batch.JudgeFactory;

/** Judges that run what breaks the rules: only the sandbox is between it and the machine. */
public final class LooseJudges {
  private LooseJudges() {}

  /**
   * Judges.
   *
   * @param sandbox what answers run in; it must be one
   * @param limits what they may use up
   * @param tests jar or folder of the suite's tests
   * @param solutions folder of the reference's class files
   * @return judges
   */
  public static JudgeFactory of(Sandbox sandbox, TrustedLimits limits, Path tests, Path solutions) {
    if (!sandbox.present()) {
      throw new IllegalArgumentException("what breaks the rules runs in a sandbox or not at all");
    }
    return new TrustedJudges(sandbox, limits, tests, solutions, false);
  }
}
