package org.gradientkata.kata.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.gradientkata.suite.quiz.Wrapped;

/** Sets a lesson for a terminal: paragraphs wrapped, formulas in Unicode, tables in columns. */
public final class LessonText extends AbstractVisitor {
  private static final Pattern FORMULA =
      Pattern.compile("\\$\\$([^$]+)\\$\\$|(`[^`]*`)|\\$([^$]+)\\$");
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final int columns;
  private final UnaryOperator<String> headings;
  private final List<String> lines = new ArrayList<>();

  private LessonText(int columns, UnaryOperator<String> headings) {
    this.columns = columns;
    this.headings = headings;
  }

  /**
   * Sets a lesson.
   *
   * @param markdown its text, formulas in LaTeX between dollar signs
   * @param columns how wide a line may be
   * @param headings makes headings stand out
   * @return the lines
   */
  public static List<String> lines(String markdown, int columns, UnaryOperator<String> headings) {
    LessonText text = new LessonText(columns, headings);
    PARSER.parse(withFormulas(markdown)).accept(text);
    return text.lines;
  }

  /** A formula becomes text that Markdown leaves alone, or a block of its own. */
  private static String withFormulas(String markdown) {
    return FORMULA
        .matcher(markdown)
        .replaceAll(
            formula -> {
              String replaced;
              if (formula.group(1) != null) {
                replaced = "\n```\n" + MathText.of(formula.group(1)) + "\n```\n";
              } else if (formula.group(2) != null) {
                replaced = formula.group(2);
              } else {
                String text = MathText.of(formula.group(3));
                replaced = text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
              }
              return Matcher.quoteReplacement(replaced);
            });
  }

  @Override
  public void visit(Heading heading) {
    gap();
    lines.add(headings.apply(inline(heading)));
  }

  @Override
  public void visit(Paragraph paragraph) {
    Node first = paragraph.getFirstChild();
    if (first instanceof Link && first.getNext() == null) {
      return; // the way to the other language, which a terminal can't follow
    }
    gap();
    lines.addAll(Wrapped.lines(inline(paragraph), columns));
  }

  @Override
  public void visit(FencedCodeBlock block) {
    gap();
    for (String line : block.getLiteral().stripTrailing().split("\n")) {
      boolean fits = Wrapped.columns(line) <= columns - 4;
      // Several formulas that don't fit beside each other stand below each other.
      for (String part : fits ? List.of(line) : List.of(line.split(" {3}"))) {
        lines.addAll(indented(Wrapped.lines(part, columns - 4), "    ", "      "));
      }
    }
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    items(list, 1);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      gap();
      List<List<String>> rows = new ArrayList<>();
      rows(block, rows);
      lines.addAll(TextTable.lines(rows, columns));
    }
  }

  private void items(ListBlock list, int first) {
    gap();
    int number = first;
    for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
      String mark = first == 0 ? "• " : number++ + ". ";
      LessonText inner = new LessonText(columns - mark.length(), headings);
      inner.visitChildren(item);
      lines.addAll(indented(inner.lines, mark, " ".repeat(mark.length())));
    }
  }

  private static void rows(Node table, List<List<String>> rows) {
    for (Node node = table.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableRow) {
        List<String> cells = new ArrayList<>();
        for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            cells.add(inline(cell));
          }
        }
        rows.add(cells);
      } else {
        rows(node, rows);
      }
    }
  }

  private static List<String> indented(List<String> lines, String first, String others) {
    List<String> result = new ArrayList<>();
    for (String line : lines) {
      result.add(((result.isEmpty() ? first : others) + line).stripTrailing());
    }
    return result;
  }

  private void gap() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private static String inline(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text piece) {
            text.append(piece.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak end) {
            // Japanese has no blanks between words.
            boolean wide = text.length() > 0 && text.charAt(text.length() - 1) >= '\u2E80';
            text.append(wide ? "" : " ");
          }

          @Override
          public void visit(Image image) {
            text.append("▣ ");
            visitChildren(image);
            text.append(" → docs/lessons/").append(image.getDestination());
          }
        });
    return text.toString();
  }
}
