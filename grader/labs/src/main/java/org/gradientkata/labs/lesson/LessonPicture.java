package org.gradientkata.labs.lesson;

import java.io.IOException;

/**
 * The picture of a lesson.
 *
 * @param name of the file, without its ending: that of the lesson, such as {@code 01-sigmoid}
 * @param drawing makes the PNG when it is asked for
 */
public record LessonPicture(String name, Drawing drawing) {

  /** Draws; the same classes give the same figures. */
  @FunctionalInterface
  public interface Drawing {
    /**
     * Draws.
     *
     * @return a PNG
     * @throws IOException if it can't be encoded
     */
    byte[] png() throws IOException;
  }
}
