package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The spreadsheets, computed by LibreOffice: the file stores no values, so whatever comes out was
 * computed from its formulas.
 */
class SpreadsheetTest {
  /** The spreadsheet prints 15 digits and adds in another order. */
  private static final double RELATIVE = 1e-12;

  /** What a cell shows that is computed from a number beyond 1.8e308. */
  private static final String ERROR = "#NUM!";

  @TempDir private Path temp;

  @Test
  @DisplayName("saturate.xlsx: a spreadsheet program computes what Java computed, every zero too")
  void shouldComputeSaturateLikeJava() throws Exception {
    int compared = compare(new SaturateLab(1, 100, 0.01, 1).workbook());

    // 8 steps of 50 examples with 62 formulas each, at least.
    assertThat(compared).isGreaterThan(8 * 50 * 50);
  }

  @Test
  @DisplayName("explode.xlsx: every finite number is Java's, and the overflow is marked as such")
  void shouldComputeExplodeLikeJava() throws Exception {
    int compared = compare(new ExplodeLab(1, 8, 0.01, 0.01, 1).workbook());

    assertThat(compared).isGreaterThan(5 * 50 * 50);
  }

  @Test
  @DisplayName("inputs that saturate only some units are computed alike")
  void shouldComputeHalfSaturatedUnitsLikeJava() throws Exception {
    assertThat(compare(new SaturateLab(0.001, 8, 0.01, 1).workbook())).isPositive();
  }

  @Test
  @DisplayName("the sheets have names, frozen headers and a note in each language")
  void shouldHaveNamesHeadersAndNotes() {
    FormulaWorkbook workbook = new SaturateLab(1, 100, 0.01, 1).workbook();

    assertThat(workbook.sheets())
        .extracting(FormulaSheet::name)
        .containsExactly(
            "readme", "summary", "trace", "steps", "sigmoid_output", "inputs", "settings");
    assertThat(workbook.sheets().subList(1, 7))
        .allSatisfy(sheet -> assertThat(sheet.frozenRows()).isPositive());
    List<String> notes =
        workbook.sheets().get(0).cells().stream().map(c -> c.content().toString()).toList();
    assertThat(notes).anyMatch(n -> n.contains("Trace Precedents"));
    assertThat(notes).anyMatch(n -> n.contains("参照元のトレース"));
  }

  @Test
  @DisplayName("the same seed gives the same file, whenever it is written")
  void shouldWriteSameBytes() throws Exception {
    byte[] first = new ExplodeLab(1, 8, 0.01, 0.01, 1).workbook().xlsx();
    byte[] second = new ExplodeLab(1, 8, 0.01, 0.01, 1).workbook().xlsx();

    assertThat(second).isEqualTo(first);
    assertThat(entry("docProps/core.xml", first))
        .contains(">2000-01-01T00:00:00Z</dcterms:created>");
  }

  @Test
  @DisplayName("no value is typed in that could be computed")
  void shouldTypeInOnlyInputsAndFirstParameters() {
    FormulaWorkbook workbook = new ExplodeLab(1, 8, 0.01, 0.01, 1).workbook();

    FormulaSheet steps =
        workbook.sheets().stream().filter(s -> s.name().equals("steps")).findFirst().orElseThrow();
    long numbers =
        steps.cells().stream().filter(c -> c.content() instanceof Double && c.column() > 0).count();

    // 5×10 + 10 + 10×2 + 2 parameters of the first step.
    assertThat(numbers).isEqualTo(82);
  }

  /** Compares every formula; gives back how many there were. */
  private int compare(FormulaWorkbook workbook) throws Exception {
    Map<String, List<String[]>> sheets = computed(workbook.xlsx());
    int compared = 0;
    for (FormulaSheet sheet : workbook.sheets()) {
      for (FormulaSheet.Cell cell : sheet.cells()) {
        if (cell.content() instanceof FormulaSheet.Formula formula) {
          String place = sheet.name() + "!" + FormulaSheet.at(cell.row(), cell.column());
          String shown = sheets.get(sheet.name()).get(cell.row())[cell.column()];
          compare(place + " = " + formula.text(), shown, formula);
          compared++;
        }
      }
    }
    return compared;
  }

  private static void compare(String place, String shown, FormulaSheet.Formula formula) {
    if (Double.isFinite(formula.value())) {
      double value = Double.parseDouble(shown);
      assertThat(Math.abs(value - formula.value()))
          .as(place + ": " + shown + ", Java: " + formula.value())
          .isLessThanOrEqualTo(RELATIVE * Math.abs(formula.value()));
    } else {
      assertThat(shown)
          .as(place)
          .isEqualTo(formula.overflowShown() ? FormulaSheet.OVERFLOW : ERROR);
    }
  }

  private Map<String, List<String[]>> computed(byte[] xlsx) throws Exception {
    Optional<String> office = office();
    assumeThat(office)
        .as("LibreOffice is not installed (apt-get install libreoffice-calc)")
        .isPresent();
    Path file = Files.write(temp.resolve("lab.xlsx"), xlsx);
    Process process =
        new ProcessBuilder(
                office.orElseThrow(),
                "-env:UserInstallation=" + temp.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                // Commas, quotes, UTF-8, numbers in full and not as shown, all sheets.
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
                "--outdir",
                temp.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("office.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice has ended").isTrue();
    Map<String, List<String[]>> sheets = new HashMap<>();
    try (Stream<Path> files = Files.list(temp)) {
      for (Path csv : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        String name = csv.getFileName().toString();
        sheets.put(name.substring("lab-".length(), name.length() - ".csv".length()), rows(csv));
      }
    }
    assertThat(sheets).as(Files.readString(temp.resolve("office.log"))).isNotEmpty();
    return sheets;
  }

  private static String entry(String name, byte[] xlsx) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new AssertionError("no " + name + " in the file");
    }
  }

  private static List<String[]> rows(Path csv) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv.toFile())) {
      return rows.readAll();
    }
  }

  private static Optional<String> office() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "soffice"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
