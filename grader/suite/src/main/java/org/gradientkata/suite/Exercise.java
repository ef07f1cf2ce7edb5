package org.gradientkata.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the one test class of an exercise and says all there is to say of it: its place in the
 * order, what it builds on, its points.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Grading.class)
@TestMethodOrder(StageOrder.class)
public @interface Exercise {
  /**
   * Number and name.
   *
   * @return such as {@code 08 softmax-cross-entropy}
   */
  String value();

  /**
   * The classes that the learner fills in.
   *
   * @return at least one; none for the quiz, whose answers are no classes
   */
  Class<?>[] answers();

  /**
   * The exercises whose classes these ones call.
   *
   * @return such as {@code "07 affine"}
   */
  String[] after() default {};

  /**
   * Points of the stage {@link Stage#SHAPE}.
   *
   * @return 0 if there is no such test
   */
  int shape() default 0;

  /**
   * Points of the stage {@link Stage#FORWARD}.
   *
   * @return 0 if there is no such test
   */
  int forward() default 0;

  /**
   * Points of the stage {@link Stage#GRADIENT}.
   *
   * @return 0 if there is no such test
   */
  int gradient() default 0;

  /**
   * Points of the stage {@link Stage#EDGE}.
   *
   * @return 0 if there is no such test
   */
  int edge() default 0;

  /**
   * Points of the stage {@link Stage#QUESTION}, shared among its tests.
   *
   * @return 0 if there is no such test
   */
  int question() default 0;
}
