package org.gradientkata.classroom.compile;

import org.gradientkata.suite.Catalogue;

/**
 * Which classes a file may declare: the exercise class, what is nested in it, and companions in its
 * own package that stand in for nothing. A class of a name that the kit, JUnit or the JDK knows
 * would be taken in its place.
 */
final class AllowedNames {
  private AllowedNames() {}

  /** Whether the file of an exercise class may declare a class. */
  static boolean allows(String exerciseClass, String declared) {
    if (declared.equals(exerciseClass) || declared.startsWith(exerciseClass + "$")) {
      return true;
    }
    String folder = exerciseClass.substring(0, exerciseClass.lastIndexOf('.') + 1);
    if (!declared.startsWith(folder) || declared.indexOf('.', folder.length()) >= 0) {
      return false;
    }
    String topLevel = declared.replaceFirst("\\$.*", "");
    return !Catalogue.isAnswer(topLevel)
        && !topLevel.matches(".*(Test|Probes)")
        && !isKnown(declared)
        && !isKnown(topLevel);
  }

  private static boolean isKnown(String className) {
    return AllowedNames.class.getClassLoader().getResource(className.replace('.', '/') + ".class")
        != null;
  }
}
