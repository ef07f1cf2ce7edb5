package org.gradientkata.classroom.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * Cuts out what a handout lacks: in Java files from {@code // staff} to {@code // end of staff}, in
 * poms the same in XML comments.
 */
final class StaffRegions {
  private static final Pattern OPENING = Pattern.compile("\\s*(// staff|<!-- staff -->)\\s*");
  private static final Pattern CLOSING =
      Pattern.compile("\\s*(// end of staff|<!-- end of staff -->)\\s*");

  private StaffRegions() {}

  /** The text without its regions. */
  static String cut(String file, String text) {
    List<String> kept = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (OPENING.matcher(line).matches() || CLOSING.matcher(line).matches()) {
        boolean opens = OPENING.matcher(line).matches();
        if (opens == inside) {
          throw new ClassroomMistake("handout.region", file, line.strip());
        }
        inside = opens;
      } else if (!inside) {
        kept.add(line);
      }
    }
    if (inside) {
      throw new ClassroomMistake("handout.region", file, "");
    }
    return String.join("\n", kept) + "\n";
  }
}
