package org.gradientkata.classroom.rules;

import java.util.List;
import java.util.Set;
import org.gradientkata.classroom.ClassroomTexts;

/**
 * Something that a course forbids.
 *
 * @param api as the instructor wrote it: {@code java.util.stream}, {@code java.util.Arrays} or
 *     {@code java.util.Arrays#fill}
 * @param kind what it is
 * @param exercises where it is forbidden; everywhere if empty
 * @param reason what learners are told, perhaps empty
 */
record Ban(String api, Kind kind, List<String> exercises, String reason) {
  private static final char MEMBER = '#';

  /** What can be forbidden. */
  enum Kind {
    /** All classes of a package, and of those below it. */
    PACKAGE,
    /** A class and what is nested in it. */
    CLASS,
    /** All methods or the field of a name, and the constructors, called {@code new}. */
    MEMBER
  }

  /** The class of a member. */
  static String ownerOf(String api) {
    return api.substring(0, api.indexOf(MEMBER));
  }

  /** The name of a member, as class files have it. */
  static String memberOf(String api) {
    String name = api.substring(api.indexOf(MEMBER) + 1);
    return name.equals("new") ? "<init>" : name;
  }

  /**
   * Whether a use is forbidden.
   *
   * @param use by an answer
   * @param supertypes of the class that it uses, itself among them
   */
  boolean forbids(ClassUses.Use use, Set<String> supertypes) {
    return switch (kind) {
      case PACKAGE -> use.owner().startsWith(api + ".");
      case CLASS -> use.owner().equals(api) || use.owner().startsWith(api + "$");
      case MEMBER -> use.member().equals(memberOf(api)) && supertypes.contains(ownerOf(api));
    };
  }

  /** What learners are told. */
  String text() {
    return reason.isEmpty()
        ? ClassroomTexts.get("rules.forbidden", api)
        : ClassroomTexts.get("rules.because", api, reason);
  }

  /** The same for bans that forbid the same. */
  String words() {
    String place = exercises.isEmpty() ? "" : " in " + String.join(", ", exercises);
    return api + place + (reason.isEmpty() ? "" : ": " + reason);
  }

  boolean concerns(String exercise) {
    return exercises.isEmpty() || exercises.contains(exercise);
  }
}
