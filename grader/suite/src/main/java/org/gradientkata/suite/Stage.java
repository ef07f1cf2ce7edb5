package org.gradientkata.suite;

/** The parts of an exercise that earn points of their own: all tests of a stage, or none of it. */
public enum Stage {
  /** Shapes, what is modified, what is returned. */
  SHAPE,
  /** The value or the forward pass. */
  FORWARD,
  /** The derivative or the backward pass. */
  GRADIENT,
  /** Saturated, empty, 1x1, huge and bad input. */
  EDGE,
  /** A question of the quiz: each earns its own share of the points. */
  QUESTION
}
