package org.gradientkata.classroom.batch;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** CSV that no spreadsheet program takes for formulas. */
public final class SafeCsv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  /** Without it spreadsheet programs don't read a file as UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SafeCsv() {}

  /**
   * Writes lines for people, who open them in a spreadsheet program.
   *
   * @param lines cells, the head first
   * @return the text, marked as UTF-8, with a line feed after each line
   * @throws IOException never
   */
  public static String marked(List<List<String>> lines) throws IOException {
    return BYTE_ORDER_MARK + of(lines);
  }

  /**
   * Writes lines.
   *
   * @param lines cells, the head first
   * @return the text, with a line feed after each line
   * @throws IOException never
   */
  public static String of(List<List<String>> lines) throws IOException {
    StringWriter text = new StringWriter();
    try (SequenceWriter csv = MAPPER.writerFor(List.class).writeValues(text)) {
      for (List<String> line : lines) {
        csv.write(line.stream().map(SafeCsv::safe).toList());
      }
    }
    return text.toString();
  }

  /**
   * A cell that stays a text: spreadsheet programs compute what begins with one of = + - @ or with
   * white space before it.
   *
   * @param cell a text
   * @return the text, behind an apostrophe if it needs one
   */
  public static String safe(String cell) {
    return cell.matches("(?s)[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*") && !isNumber(cell)
        ? "'" + cell
        : cell;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?\\d+(\\.\\d+)?");
  }
}
