package org.gradientkata.classroom.compile;

import java.io.IOException;
import java.util.Map;

/** Compiles submissions, one after the other. */
public interface AnswerCompiler extends AutoCloseable {

  /**
   * Compiles a submission.
   *
   * @param sources exercise files by class name
   * @return what came of each, by class name
   * @throws IOException if the compiler can't be started
   */
  Map<String, CompiledFile> compile(Map<String, String> sources) throws IOException;

  /** Ends what was started; a further submission starts it again. */
  @Override
  void close();
}
