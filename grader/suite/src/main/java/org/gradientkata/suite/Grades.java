package org.gradientkata.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stage to which a test of an exercise belongs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Grades {
  /**
   * The stage.
   *
   * @return the stage whose points need this test
   */
  Stage value();
}
