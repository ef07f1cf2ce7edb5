package org.gradientkata.classroom.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;

/** What an instructor has to know of whose submission is whose. */
final class RosterRemarks {
  private final Roster roster;
  private final Map<String, List<String>> alike = new TreeMap<>();
  private final Map<Roster.Person, List<String>> several = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  private RosterRemarks(Roster roster) {
    this.roster = roster;
  }

  /**
   * The remarks.
   *
   * @param places the submissions
   * @param roster who takes the course
   * @param whole whether these are all submissions, so that nobody's is among others
   */
  static List<String> of(List<SubmissionPlace> places, Roster roster, boolean whole) {
    RosterRemarks found = new RosterRemarks(roster);
    places.forEach(found::add);
    found.addDoubles();
    if (whole) {
      found.addMissing();
    }
    return found.remarks;
  }

  private void add(SubmissionPlace place) {
    List<Roster.Person> people = roster.of(place);
    people.forEach(p -> several.computeIfAbsent(p, k -> new ArrayList<>()).add(place.shown()));
    if (people.isEmpty()) {
      alike.computeIfAbsent(place.stem(), k -> new ArrayList<>()).add(place.shown());
      if (!roster.people().isEmpty()) {
        remarks.add(ClassroomTexts.get("grade.nobody", place.shown()));
      }
    }
  }

  private void addDoubles() {
    for (List<String> names : alike.values()) {
      if (names.size() > 1) {
        remarks.add(ClassroomTexts.get("grade.alike", String.join(", ", names)));
      }
    }
    several.forEach(
        (person, names) -> {
          if (names.size() > 1) {
            List<String> sorted = names.stream().sorted().toList();
            String last = sorted.get(sorted.size() - 1);
            remarks.add(
                ClassroomTexts.get("grade.several", person.id(), String.join(", ", sorted), last));
          }
        });
  }

  private void addMissing() {
    Set<Roster.Person> there = new HashSet<>(several.keySet());
    roster.people().stream()
        .filter(p -> !there.contains(p))
        .map(p -> ClassroomTexts.get("grade.no-submission", p.id(), p.name()))
        .forEach(remarks::add);
  }
}
