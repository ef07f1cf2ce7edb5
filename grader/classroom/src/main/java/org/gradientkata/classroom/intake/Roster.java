package org.gradientkata.classroom.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * Who takes the course: a CSV file with a head. The column {@code id} is demanded; {@code name},
 * {@code email} and {@code submission} are read if they are there, other columns are not.
 */
public final class Roster {
  private static final long LARGEST = 8 << 20;

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
    if (Files.size(file) > LARGEST) {
      throw new ClassroomMistake("intake.roster.large", file, LARGEST >> 20);
    }
    String text = decoded(file);
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    List<Person> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (MappingIterator<String[]> lines = mapper.readerFor(String[].class).readValues(text)) {
      List<String> head =
          lines.hasNext()
              ? Arrays.stream(lines.next()).map(h -> h.toLowerCase(Locale.ROOT)).toList()
              : List.of();
      if (!head.contains("id")) {
        throw new ClassroomMistake("intake.roster.head", file);
      }
      for (int line = 2; lines.hasNext(); line++) {
        String[] cells = lines.next();
        if (Arrays.stream(cells).allMatch(String::isEmpty)) {
          continue;
        }
        Person person =
            new Person(
                cell(head, cells, "id"),
                cell(head, cells, "name"),
                cell(head, cells, "email"),
                cell(head, cells, "submission"));
        if (person.id().isEmpty()) {
          throw new ClassroomMistake("intake.roster.no-id", file, line);
        }
        if (!ids.add(person.id())) {
          throw new ClassroomMistake("intake.roster.twice", file, line, person.id());
        }
        people.add(person);
      }
    } catch (JsonProcessingException | RuntimeJsonMappingException e) {
      throw new ClassroomMistake("intake.roster.broken", file, e.getMessage());
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
    String file = place.path().getFileName().toString();
    Set<String> names =
        Stream.of(file, place.name(), file.replaceFirst("(?i)\\.zip$", ""))
            .collect(Collectors.toSet());
    List<Person> named = people.stream().filter(p -> names.contains(p.submission())).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Person> exact =
        people.stream().filter(p -> p.submission().isEmpty() && names.contains(p.id())).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Person> guessed =
        people.stream().filter(p -> p.submission().isEmpty() && isWord(p.id(), file)).toList();
    return guessed.size() == 1 ? guessed : List.of();
  }

  private static boolean isWord(String id, String text) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }

  private static String cell(List<String> head, String[] cells, String column) {
    return IntStream.range(0, Math.min(head.size(), cells.length))
        .filter(i -> head.get(i).equals(column))
        .mapToObj(i -> cells[i].strip())
        .findFirst()
        .orElse("");
  }

  private static String decoded(Path file) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ClassroomMistake("intake.roster.encoding", file);
    }
  }
}
