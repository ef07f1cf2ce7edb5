package org.gradientkata.classroom.handout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradientkata.suite.quiz.Bilingual;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Dimensions;
import org.gradientkata.suite.quiz.Figure;
import org.gradientkata.suite.quiz.OpenQuestion;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;
import org.gradientkata.suite.quiz.Seal;
import org.gradientkata.suite.quiz.SealedAnswer;
import org.gradientkata.suite.quiz.SealedText;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes the questions so that every explanation, and which answer is right, can be read only with
 * the answer that it belongs to. The kit's own file is the instructor's key.
 */
final class SealedQuestions {
  private static final String HEAD =
      """
      # The questions of the quiz. What is said to an answer is sealed under that answer:
      # './kata quiz' and './mvnw test -Dtest=QuizTest' open it. That keeps the right ones from
      # catching the eye, no more.
      """;
  private static final String SEALED = "sealed";

  private SealedQuestions() {}

  /** The file for learners. */
  static String of(Quiz quiz) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    return HEAD
        + new Dump(settings)
            .dumpToString(quiz.questions().stream().map(SealedQuestions::entry).toList());
  }

  private static Map<String, Object> entry(Question question) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", question.id());
    entry.put("exercise", question.exercise());
    entry.put("topic", question.topic().id());
    entry.put("source", question.sources());
    if (question.form() instanceof Choice choice) {
      entry.put("kind", choice.several() ? "several" : "single");
      texts(entry, question);
      entry.put("options", options(question.id(), choice));
    } else if (question.form() instanceof Figure figure) {
      entry.put("kind", "number");
      texts(entry, question);
      entry.put("tolerance", String.valueOf(figure.tolerance()));
      entry.put(SEALED, ciphers(question.id(), figure));
      bilingual(entry, "otherwise", figure.otherwise());
    } else if (question.form() instanceof Dimensions shape) {
      entry.put("kind", "shape");
      texts(entry, question);
      entry.put(SEALED, ciphers(question.id(), shape));
      bilingual(entry, "otherwise", shape.otherwise());
    } else if (question.form() instanceof OpenQuestion open) {
      entry.put("kind", "open");
      texts(entry, question);
      List<String> parts = new ArrayList<>();
      parts.add(model(question.id(), open.model()));
      open.points().forEach(point -> parts.add(model(question.id(), point)));
      entry.put(SEALED, parts);
    } else {
      throw new IllegalArgumentException("question " + question.id() + " is sealed already");
    }
    return entry;
  }

  private static void texts(Map<String, Object> entry, Question question) {
    bilingual(entry, "title", question.title());
    bilingual(entry, "text", question.text());
  }

  private static void bilingual(Map<String, Object> entry, String key, Bilingual text) {
    entry.put(key + "-en", text.en());
    entry.put(key + "-ja", text.ja());
  }

  private static List<Map<String, Object>> options(String id, Choice choice) {
    List<Map<String, Object>> options = new ArrayList<>();
    for (Choice.Option option : choice.options()) {
      String number = String.valueOf(options.size() + 1);
      Map<String, Object> entry = new LinkedHashMap<>();
      bilingual(entry, "text", option.text());
      SealedText text = new SealedText(0, option.right(), number, option.why());
      entry.put(SEALED, Seal.close(id, number, text.joined()));
      options.add(entry);
    }
    return options;
  }

  private static List<String> ciphers(String id, Figure figure) {
    List<SealedText> texts = new ArrayList<>();
    texts.add(new SealedText(0, true, String.valueOf(figure.value()), figure.why()));
    for (Figure.Mistake mistake : figure.mistakes()) {
      String value = String.valueOf(mistake.value());
      texts.add(new SealedText(texts.size(), false, value, mistake.why()));
    }
    SealedAnswer.Interval interval = new SealedAnswer.Interval(figure.tolerance());
    return texts.stream()
        .flatMap(
            text ->
                interval.keys(Double.parseDouble(text.answer())).stream()
                    .map(key -> Seal.close(id, key, text.joined())))
        .sorted() // by their ciphers: in an order that tells nothing
        .toList();
  }

  private static List<String> ciphers(String id, Dimensions shape) {
    List<SealedText> texts = new ArrayList<>();
    texts.add(new SealedText(0, true, shape.shape().toString(), shape.why()));
    for (Dimensions.Mistake mistake : shape.mistakes()) {
      texts.add(new SealedText(texts.size(), false, mistake.shape().toString(), mistake.why()));
    }
    return texts.stream()
        .map(text -> Seal.close(id, text.answer(), text.joined()))
        .sorted()
        .toList();
  }

  private static String model(String id, Bilingual text) {
    SealedText any = new SealedText(0, true, OpenQuestion.ANY_ANSWER, text);
    return Seal.close(id, OpenQuestion.ANY_ANSWER, any.joined());
  }
}
