package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradientkata.suite.WholeFile;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Judgement;
import org.gradientkata.suite.quiz.OpenQuestion;
import org.gradientkata.suite.quiz.Question;

/**
 * Copies right answers from the quiz to the entries of the answer sheet that are still empty;
 * nothing else in the sheet is touched.
 *
 * @param state what has been answered
 */
record QuizSheetFiller(QuizState state) {

  /** Fills a sheet and gives back how many entries it filled. */
  int fill(Path file, List<Question> questions) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int filled = 0;
    for (Question question : questions) {
      Optional<String> answer = state.rightAnswer(question.id());
      if (answer.isPresent() && fill(lines, question, answer.get())) {
        filled++;
      }
    }
    if (filled > 0) {
      String text = String.join("\n", lines) + "\n";
      requireRight(text, questions);
      WholeFile.write(file, text);
    }
    return filled;
  }

  private static boolean fill(List<String> lines, Question question, String answer) {
    int line = lines.indexOf(question.id() + ":");
    if (line < 0) {
      return false;
    }
    if (!(question.form() instanceof OpenQuestion)) {
      boolean several = question.form() instanceof Choice choice && choice.several();
      String value = several ? "[" + answer + "]" : quoted(answer);
      lines.set(line, question.id() + ": " + value);
      return true;
    }
    boolean empty =
        line + 2 < lines.size()
            && lines.get(line + 1).equals("  mine:")
            && lines.get(line + 2).equals("  same-idea:");
    if (empty) {
      lines.set(line + 1, "  mine: " + quoted(answer));
      lines.set(line + 2, "  same-idea: yes");
    }
    return empty;
  }

  /** What a person typed may be anything; plain YAML is only what looks like a number or shape. */
  private static String quoted(String answer) {
    return answer.matches("-?[0-9][0-9.ex]*")
        ? answer
        : '"' + answer.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void requireRight(String text, List<Question> questions) {
    AnswerSheet sheet = AnswerSheet.of(AnswerSheet.PLACE, text);
    for (Question question : questions) {
      boolean copied = state.rightAnswer(question.id()).isPresent();
      Optional<Judgement> judgement = copied ? sheet.judge(question) : Optional.empty();
      if (copied && judgement.isEmpty()) {
        throw new Mistake(Messages.get("quiz.not-filled", AnswerSheet.PLACE));
      }
    }
  }
}
