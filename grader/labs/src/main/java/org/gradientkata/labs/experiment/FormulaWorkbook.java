package org.gradientkata.labs.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Sheets of formulas as an .xlsx file. No values are stored: the program that opens it computes
 * them.
 *
 * @param sheets in order
 */
record FormulaWorkbook(List<FormulaSheet> sheets) {
  private static final String NUMBERS = "0.0000E+00";
  private static final double COLUMN = 12;
  private static final Map<FormulaSheet.Look, String> FILLS =
      new EnumMap<>(
          Map.of(
              FormulaSheet.Look.HEADING, "DDDDDD",
              FormulaSheet.Look.INPUT, "F2F2F2",
              FormulaSheet.Look.FACTOR_INPUT, "DCE9F5",
              FormulaSheet.Look.FACTOR_BACK, "FBE5D0",
              FormulaSheet.Look.FACTOR_SLOPE, "D8F0E4",
              FormulaSheet.Look.GRADIENT, "FFF2B3",
              FormulaSheet.Look.PARAMETER, "EFE3F3"));

  /** The file; the same sheets, the same bytes. */
  byte[] xlsx() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "GradientKata", "1.0")) {
      for (FormulaSheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(sheet.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Undated.zip(file.toByteArray());
  }

  private static void write(FormulaSheet sheet, Worksheet worksheet) throws IOException {
    int columns = 0;
    for (FormulaSheet.Cell cell : sheet.cells()) {
      if (cell.content() instanceof FormulaSheet.Formula formula) {
        worksheet.formula(cell.row(), cell.column(), formula.text());
      } else if (cell.content() instanceof Double number) {
        worksheet.value(cell.row(), cell.column(), number);
      } else {
        worksheet.value(cell.row(), cell.column(), String.valueOf(cell.content()));
      }
      style(cell, worksheet.style(cell.row(), cell.column()));
      columns = Math.max(columns, cell.column() + 1);
    }
    for (int column = 0; column < columns; column++) {
      worksheet.width(column, column == 0 ? sheet.firstColumnWidth() : COLUMN);
    }
    worksheet.freezePane(sheet.frozenColumns(), sheet.frozenRows());
    worksheet.finish();
  }

  private static void style(FormulaSheet.Cell cell, StyleSetter style) {
    String fill = FILLS.get(cell.look());
    if (fill != null) {
      style.fillColor(fill);
    }
    boolean text = cell.content() instanceof String;
    switch (cell.look()) {
      case NOTE -> style.wrapText(true).verticalAlignment("top");
      case HEADING -> style.bold().horizontalAlignment(text ? "left" : "right");
      case INPUT -> style.format("General");
      default -> style.format(text ? "@" : NUMBERS);
    }
    style.set();
  }
}
