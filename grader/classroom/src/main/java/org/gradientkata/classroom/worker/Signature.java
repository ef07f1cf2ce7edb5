package org.gradientkata.classroom.worker;

/**
 * Which constructor or method is called.
 *
 * @param owner name of the class or interface
 * @param name of the method, or {@code <init>}
 * @param descriptor as in a class file
 */
public record Signature(String owner, String name, String descriptor) {
  /** The name of every constructor. */
  public static final String CONSTRUCTOR = "<init>";

  /**
   * Whether it is a constructor's.
   *
   * @return false for a method
   */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  // What a record generates for these two takes a JVM that has just started some milliseconds.

  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature s
        && owner.equals(s.owner)
        && name.equals(s.name)
        && descriptor.equals(s.descriptor);
  }

  @Override
  public String toString() {
    return owner + "." + name + descriptor;
  }
}
