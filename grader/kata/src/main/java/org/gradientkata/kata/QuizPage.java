package org.gradientkata.kata;

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
import org.gradientkata.suite.quiz.Topic;

/**
 * The quiz as one page.
 *
 * @param questions those on the page
 */
record QuizPage(List<Question> questions) {
  /** The page; it starts in the reader's language and can be switched. */
  String html() {
    return new PageTemplate("quiz", "page.")
        .fill(Map.of("count", questions.size(), "topics", topics(), "questions", numbered()));
  }

  private List<Map<String, Object>> topics() {
    return questions.stream()
        .map(Question::topic)
        .distinct()
        .sorted()
        .map(QuizPage::topic)
        .toList();
  }

  private static Map<String, Object> topic(Topic topic) {
    return Map.of("id", topic.id(), "en", topic.title().en(), "ja", topic.title().ja());
  }

  private List<Map<String, Object>> numbered() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Question question : questions) {
      Map<String, Object> entry = question(question);
      entry.put("number", all.size() + 1);
      all.add(entry);
    }
    return all;
  }

  private static Map<String, Object> question(Question question) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", question.id());
    entry.put("exercise", question.exercise());
    entry.put("topic", question.topic().id());
    entry.put("topicTitle", MarkupHtml.bilingual(question.topic().title()));
    entry.put("title", MarkupHtml.bilingual(question.title()));
    entry.put("text", MarkupHtml.bilingual(question.text()));
    entry.put("source", MarkupHtml.bilingual(question.source()));
    entry.put("choice", false);
    entry.put("figure", false);
    entry.put("dimensions", false);
    entry.put("open", false);
    if (question.form() instanceof Choice choice) {
      entry.put("choice", choice(choice));
    } else if (question.form() instanceof Figure figure) {
      List<Map<String, Object>> mistakes =
          figure.mistakes().stream().map(m -> mistake(m.value(), m.why())).toList();
      Map<String, Object> typed = typed(figure.value(), figure.why(), mistakes, figure.otherwise());
      typed.put("tolerance", figure.tolerance());
      entry.put("figure", typed);
    } else if (question.form() instanceof Dimensions shape) {
      List<Map<String, Object>> mistakes =
          shape.mistakes().stream().map(m -> mistake(m.shape(), m.why())).toList();
      entry.put("dimensions", typed(shape.shape(), shape.why(), mistakes, shape.otherwise()));
    } else if (question.form() instanceof OpenQuestion open) {
      entry.put(
          "open",
          Map.of(
              "model",
              MarkupHtml.bilingual(open.model()),
              "points",
              open.points().stream().map(MarkupHtml::bilingual).toList()));
    }
    return entry;
  }

  private static Map<String, Object> choice(Choice choice) {
    List<Map<String, Object>> options = new ArrayList<>();
    for (Choice.Option option : choice.options()) {
      options.add(
          Map.of(
              "n",
              options.size() + 1,
              "text",
              MarkupHtml.bilingual(option.text()),
              "right",
              option.right(),
              "why",
              MarkupHtml.bilingual(option.why())));
    }
    return Map.of("type", choice.several() ? "checkbox" : "radio", "options", options);
  }

  private static Map<String, Object> typed(
      Object answer, Bilingual why, List<Map<String, Object>> mistakes, Bilingual otherwise) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("answer", answer);
    typed.put("why", MarkupHtml.bilingual(why));
    typed.put("mistakes", mistakes);
    typed.put("otherwise", MarkupHtml.bilingual(otherwise));
    return typed;
  }

  private static Map<String, Object> mistake(Object answer, Bilingual why) {
    return Map.of("answer", answer, "why", MarkupHtml.bilingual(why));
  }
}
