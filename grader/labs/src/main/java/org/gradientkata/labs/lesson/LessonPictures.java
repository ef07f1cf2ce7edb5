package org.gradientkata.labs.lesson;

import java.util.List;
import java.util.stream.Stream;

/** All pictures of the lessons. They are drawn anew when a lesson or a picture changes. */
public final class LessonPictures {
  private LessonPictures() {}

  /**
   * The pictures in the order of the lessons.
   *
   * @return one for each exercise that has a lesson
   */
  public static List<LessonPicture> all() {
    return Stream.of(
            CurvePictures.all(),
            CalculusPictures.all(),
            StartPictures.all(),
            RecurrentPictures.all(),
            SearchPictures.all(),
            NetworkPictures.all())
        .flatMap(List::stream)
        .sorted(java.util.Comparator.comparing(LessonPicture::name))
        .toList();
  }
}
