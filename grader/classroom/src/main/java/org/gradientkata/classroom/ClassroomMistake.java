package org.gradientkata.classroom;

/** Something ordinary is wrong with what an instructor gave, and the message says all there is. */
public final class ClassroomMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param text file and key of the text, such as {@code intake.roster.none}
   * @param arguments what fills its gaps
   */
  public ClassroomMistake(String text, Object... arguments) {
    super(ClassroomTexts.get(text, arguments));
  }
}
