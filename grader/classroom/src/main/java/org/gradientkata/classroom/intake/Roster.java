package org.gradientkata.classroom.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * Who takes the course: a CSV file with a head. The column {@code id} is demanded; {@code name},
 * {@code email} and {@code submission} are read if they are there, other columns are not.
 */
public final class Roster {
  private final List<Person> people;

  private Roster(List<Person> people) {
    this.people = List.copyOf(people);
  }

  /**
   * Somebody on the roster.
   *
   * @param id what the gradebook's consumer knows them by
   * @param name their name, perhaps empty
   * @param email their address, perhaps empty
   * @param submission name of their submission's folder or file; empty to find it by the id
   */
  public record Person(String id, String name, String email, String submission) {}

  /**
   * A roster without anybody.
   *
   * @return the roster
   */
  public static Roster empty() {
    return new Roster(List.of());
  }

  /**
   * Reads a roster.
   *
   * @param file CSV in UTF-8, with commas
   * @return the roster
   * @throws ClassroomMistake if it isn't one; the message names the line
   * @throws IOException if it can't be read
   */
  public static Roster read(Path file) throws IOException {
    CsvTable table = CsvTable.read(file);
    if (!table.head().contains("id")) {
      throw new ClassroomMistake("intake.roster.head", file);
    }
    List<Person> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (CsvTable.Line line : table.lines()) {
      Person person =
          new Person(
              line.cell("id"), line.cell("name"), line.cell("email"), line.cell("submission"));
      if (person.id().isEmpty()) {
        throw new ClassroomMistake("intake.roster.no-id", file, line.number());
      }
      if (!ids.add(person.id())) {
        throw new ClassroomMistake("intake.roster.twice", file, line.number(), person.id());
      }
      people.add(person);
    }
    return new Roster(people);
  }

  /**
   * Everybody.
   *
   * @return in the order of the file
   */
  public List<Person> people() {
    return people;
  }

  /**
   * The people of a submission: those who name it; failing that, the one person whose id is a word
   * of its name, as learning platforms write it.
   *
   * @param place a submission
   * @return nobody, one, or a group
   */
  public List<Person> of(SubmissionPlace place) {
    String file = composed(place.path().getFileName().toString());
    Set<String> names =
        Stream.of(file, composed(place.name()), file.replaceFirst("(?i)\\.zip$", ""))
            .collect(Collectors.toSet());
    List<Person> named =
        people.stream().filter(p -> names.contains(composed(p.submission()))).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Person> others = people.stream().filter(p -> p.submission().isEmpty()).toList();
    List<Person> exact = others.stream().filter(p -> names.contains(composed(p.id()))).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Person> guessed = others.stream().filter(p -> isWord(composed(p.id()), file)).toList();
    return guessed.size() == 1 ? guessed : List.of();
  }

  /** A Mac writes an accent as a sign of its own, a keyboard mostly as a part of the letter. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean isWord(String id, String text) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }
}
