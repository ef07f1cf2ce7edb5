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
import java.util.List;
import java.util.Locale;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * A CSV file with a head, in UTF-8, as an instructor writes it.
 *
 * @param file the file
 * @param head the names of the columns, in small letters
 * @param lines those that aren't empty
 */
public record CsvTable(Path file, List<String> head, List<Line> lines) {
  private static final long LARGEST = 8 << 20;

  /**
   * A line.
   *
   * @param number counted from 1
   * @param head the names of the columns
   * @param cells its cells
   */
  public record Line(int number, List<String> head, List<String> cells) {

    /**
     * A cell.
     *
     * @param column the name of its column
     * @return its text without blanks around it; empty if the line or the table lacks it
     */
    public String cell(String column) {
      int index = head.indexOf(column);
      return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
    }
  }

  /**
   * Reads a table.
   *
   * @param file CSV in UTF-8, with commas
   * @return the table
   * @throws ClassroomMistake if it isn't one
   * @throws IOException if it can't be read
   */
  public static CsvTable read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new ClassroomMistake("intake.roster.large", file, LARGEST >> 20);
    }
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    try (MappingIterator<String[]> rows =
        mapper.readerFor(String[].class).readValues(decoded(file))) {
      List<String> head =
          rows.hasNext()
              ? Arrays.stream(rows.next()).map(h -> h.strip().toLowerCase(Locale.ROOT)).toList()
              : List.of();
      List<Line> lines = new ArrayList<>();
      for (int number = 2; rows.hasNext(); number++) {
        List<String> cells = List.of(rows.next());
        if (!cells.stream().allMatch(String::isEmpty)) {
          lines.add(new Line(number, head, cells));
        }
      }
      return new CsvTable(file, head, List.copyOf(lines));
    } catch (JsonProcessingException | RuntimeJsonMappingException e) {
      throw new ClassroomMistake("intake.roster.broken", file, e.getMessage());
    }
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
