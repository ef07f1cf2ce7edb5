package org.gradientkata.classroom.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SafeCsv;
import org.gradientkata.classroom.policy.Grade;

/**
 * Grades as learning platforms import them. Whoever has no grade has no line, so that whatever the
 * platform knows of them stays.
 *
 * @param all the grades
 * @param column what they are called
 */
record PlatformCsv(List<Grade> all, String column) {

  /**
   * For Moodle's <i>Import → CSV file</i>, which asks which column names the person and which holds
   * the grade. What its importer (grade/import/csv) makes of odd lines decides this form:
   *
   * <ul>
   *   <li>A grade above 100 stops the whole import, unless the site allows more: grades are
   *       percent.
   *   <li>A person whom it doesn't know stops it, too: those who aren't on the roster are left out.
   *   <li>An empty cell in the column that names the person gives the grade to the one in the line
   *       before: the column of addresses is there only if everybody has one.
   *   <li>Feedback without its grade loses the grade: both are always there.
   * </ul>
   */
  String moodle() throws IOException {
    List<Grade> grades = handedOn();
    boolean emails = grades.stream().noneMatch(g -> g.row().email().isEmpty());
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("ID number", "Full name"));
    if (emails) {
      head.add("Email address");
    }
    head.addAll(List.of(column, column + " feedback"));
    lines.add(head);
    for (Grade grade : grades) {
      List<String> line = new ArrayList<>(List.of(grade.row().id(), grade.row().name()));
      if (emails) {
        line.add(grade.row().email());
      }
      line.addAll(List.of(Grade.text(grade.percent()), Words.summary(grade)));
      lines.add(line);
    }
    return SafeCsv.of(lines);
  }

  /**
   * For Canvas's <i>Grades → Import</i>: its own five columns, then the assignment's; the second
   * line holds the points possible. Canvas looks for a person by its own number, which is empty
   * here, then by SIS user id, by SIS login id, and by name. An empty cell would take a grade away.
   */
  String canvas() throws IOException {
    List<Grade> grades = handedOn();
    String possible = grades.isEmpty() ? "" : Grade.text(grades.get(0).maximum());
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", column));
    lines.add(List.of("    Points Possible", "", "", "", "", possible));
    for (Grade grade : grades) {
      Gradebook.Row row = grade.row();
      String name = row.name().isEmpty() ? row.id() : row.name();
      lines.add(List.of(name, "", row.id(), row.email(), "", Grade.text(grade.points())));
    }
    return SafeCsv.of(lines);
  }

  /** Who is left out, and whom the platform may not find. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!isRosterKnown()) {
      remarks.add(Words.text("no-roster"));
    }
    List<Grade> people = people();
    remark(remarks, "not-listed", all.stream().filter(g -> !people.contains(g)).toList());
    remark(remarks, "no-grade", people.stream().filter(g -> !g.isThere()).toList());
    remark(
        remarks,
        "guarded",
        handedOn().stream()
            .filter(g -> isGuarded(g.row().id()) || isGuarded(g.row().email()))
            .toList());
    return remarks;
  }

  private static boolean isGuarded(String cell) {
    return !SafeCsv.safe(cell).equals(cell);
  }

  private static void remark(List<String> remarks, String key, List<Grade> grades) {
    if (!grades.isEmpty()) {
      String ids = grades.stream().map(g -> g.row().id()).collect(Collectors.joining(", "));
      remarks.add(Words.text(key, grades.size(), ids));
    }
  }

  private List<Grade> handedOn() {
    return people().stream().filter(Grade::isThere).toList();
  }

  /** Those on the roster; all if there was none. */
  private List<Grade> people() {
    boolean known = isRosterKnown();
    return all.stream().filter(g -> g.row().listed() || !known).toList();
  }

  private boolean isRosterKnown() {
    return all.stream().anyMatch(g -> g.row().listed());
  }
}
