package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.compile.AnswerCompiler;

/** Makes judges, and says what their verdicts are worth. */
public interface JudgeFactory {

  /**
   * A judge for one thread.
   *
   * @return a judge that nobody else uses
   * @throws IOException if it can't be started
   */
  Judge judge() throws IOException;

  /**
   * What answers run in.
   *
   * @return such as {@code bubblewrap}
   */
  String isolation();

  /**
   * Whether nothing keeps the answers from the grader.
   *
   * @return true if the verdicts are only advice
   */
  boolean advisory();

  /**
   * What answers may use up.
   *
   * @return the limits, in words that change with them
   */
  String limits();

  /**
   * What a course forbids beyond the kit's own rules.
   *
   * @return words that change with it; empty if nothing
   */
  default String rules() {
    return "";
  }

  /**
   * What verdicts depend on.
   *
   * @return jars and folders
   */
  List<Path> kit();

  /**
   * A compiler for one thread.
   *
   * @return a compiler that the caller closes
   */
  AnswerCompiler compiler();

  /**
   * What each exercise builds on.
   *
   * @return predecessors by exercise
   */
  Map<String, List<String>> predecessors();
}
