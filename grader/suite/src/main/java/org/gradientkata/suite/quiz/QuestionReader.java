package org.gradientkata.suite.quiz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the questions and refuses whatever is not exactly as it should be. */
public final class QuestionReader {
  private static final Set<String> COMMON =
      Set.of("id", "exercise", "topic", "source", "kind", "title", "title-en", "title-ja");
  private static final Set<String> TEXT = Set.of("text", "text-en", "text-ja");
  private static final Set<String> WHY = Set.of("why-en", "why-ja");
  private static final Set<String> OTHERWISE = Set.of("otherwise-en", "otherwise-ja");

  /** In a handout, in place of what tells the answer. */
  private static final String SEALED = "sealed";

  private static final int FEWEST_OPTIONS = 2;
  private static final int MOST_OPTIONS = 9;

  private final YamlDocument document;

  /**
   * A reader.
   *
   * @param file the name of the file for messages
   */
  public QuestionReader(String file) {
    this.document = new YamlDocument(file);
  }

  /**
   * Reads questions.
   *
   * @param yaml the text of the file
   * @return the quiz
   * @throws QuizProblem if something is unreadable, unknown or missing
   */
  public Quiz read(String yaml) {
    Node root = document.root(yaml).orElseThrow(() -> document.problem(0, "", "yaml.no-list"));
    List<Question> questions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlEntry entry : document.entries(root)) {
      String id = entry.text("id");
      entry.of(id);
      if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw entry.problem("id", "yaml.bad-id", id);
      }
      if (!ids.add(id)) {
        throw entry.problem("id", "yaml.twice", id);
      }
      questions.add(question(id, entry));
    }
    return new Quiz(List.copyOf(questions));
  }

  private static Question question(String id, YamlEntry entry) {
    String exercise = entry.text("exercise");
    if (!exercise.matches("\\d{2} [a-z]+(-[a-z]+)*")) {
      throw entry.problem("exercise", "yaml.bad-exercise", exercise);
    }
    Form form = form(entry);
    return new Question(
        id,
        exercise,
        topic(entry),
        entry.texts("source"),
        entry.bilingual("title"),
        entry.bilingual("text"),
        form);
  }

  private static Topic topic(YamlEntry entry) {
    String id = entry.text("topic");
    return Arrays.stream(Topic.values())
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                entry.problem(
                    "topic",
                    "yaml.not-one-of",
                    id,
                    Arrays.stream(Topic.values())
                        .map(Topic::id)
                        .collect(Collectors.joining(", "))));
  }

  private static Form form(YamlEntry entry) {
    String kind = entry.text("kind");
    switch (kind) {
      case "single", "several" -> {
        entry.allow(keys(COMMON, TEXT, Set.of("options")));
        return choice(entry, kind.equals("several"));
      }
      case "number" -> {
        if (entry.keys().contains(SEALED)) {
          entry.allow(keys(COMMON, TEXT, OTHERWISE, Set.of("tolerance", SEALED)));
          return sealedAnswer(entry, new SealedAnswer.Interval(tolerance(entry)));
        }
        entry.allow(keys(COMMON, TEXT, WHY, OTHERWISE, Set.of("answer", "tolerance", "mistakes")));
        return figure(entry);
      }
      case "shape" -> {
        if (entry.keys().contains(SEALED)) {
          entry.allow(keys(COMMON, TEXT, OTHERWISE, Set.of(SEALED)));
          return sealedAnswer(entry, new SealedAnswer.Matrix());
        }
        entry.allow(keys(COMMON, TEXT, WHY, OTHERWISE, Set.of("answer", "mistakes")));
        return dimensions(entry);
      }
      case "open" -> {
        if (entry.keys().contains(SEALED)) {
          entry.allow(keys(COMMON, TEXT, Set.of(SEALED)));
          return openedModel(entry);
        }
        entry.allow(keys(COMMON, TEXT, Set.of("model-en", "model-ja", "points")));
        return open(entry);
      }
      default ->
          throw entry.problem(
              "kind", "yaml.not-one-of", kind, "single, several, number, shape, open");
    }
  }

  private static Choice choice(YamlEntry entry, boolean several) {
    List<Choice.Option> options = new ArrayList<>();
    for (YamlEntry option : entry.entries("options")) {
      if (option.keys().contains(SEALED)) {
        option.allow(keys(TEXT, Set.of(SEALED)));
        SealedText text = opened(entry, option, options.size() + 1);
        options.add(new Choice.Option(option.bilingual("text"), text.right(), text.why()));
        continue;
      }
      option.allow(keys(TEXT, WHY, Set.of("right")));
      boolean right = option.keys().contains("right");
      if (right && !option.text("right").equals("yes")) {
        throw option.problem("right", "yaml.right", option.text("right"));
      }
      options.add(new Choice.Option(option.bilingual("text"), right, option.bilingual("why")));
    }
    long right = options.stream().filter(Choice.Option::right).count();
    if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
      throw entry.problem("options", "yaml.options", FEWEST_OPTIONS, MOST_OPTIONS, options.size());
    }
    if (several ? right == 0 : right != 1) {
      throw entry.problem("options", several ? "yaml.none-right" : "yaml.one-right", right);
    }
    return new Choice(several, List.copyOf(options));
  }

  private static Figure figure(YamlEntry entry) {
    List<Figure.Mistake> mistakes = new ArrayList<>();
    for (YamlEntry mistake : mistakes(entry)) {
      mistakes.add(new Figure.Mistake(number(mistake, "answer"), mistake.bilingual("why")));
    }
    double tolerance = tolerance(entry);
    double value = number(entry, "answer");
    if (mistakes.stream().anyMatch(m -> Math.abs(m.value() - value) <= tolerance)) {
      throw entry.problem("mistakes", "yaml.mistake-right", value);
    }
    return new Figure(
        value,
        tolerance,
        entry.bilingual("why"),
        List.copyOf(mistakes),
        entry.bilingual("otherwise"));
  }

  private static double tolerance(YamlEntry entry) {
    double tolerance = number(entry, "tolerance");
    if (tolerance < 0) {
      throw entry.problem("tolerance", "yaml.tolerance", tolerance);
    }
    return tolerance;
  }

  private static SealedAnswer sealedAnswer(YamlEntry entry, SealedAnswer.Kind kind) {
    return new SealedAnswer(
        entry.text("id"), kind, entry.texts(SEALED), entry.bilingual("otherwise"));
  }

  /** What an option's own number opens. */
  private static SealedText opened(YamlEntry question, YamlEntry option, int number) {
    return opened(question, option, String.valueOf(number), option.text(SEALED));
  }

  private static SealedText opened(
      YamlEntry question, YamlEntry place, String answer, String cipher) {
    try {
      return Seal.open(question.text("id"), answer, cipher)
          .map(SealedText::parse)
          .orElseThrow(() -> place.problem(SEALED, "yaml.sealed"));
    } catch (IllegalArgumentException e) {
      throw place.problem(SEALED, "yaml.sealed");
    }
  }

  /** The model answer first, then the points. */
  private static OpenQuestion openedModel(YamlEntry entry) {
    List<Bilingual> texts =
        entry.texts(SEALED).stream()
            .map(text -> opened(entry, entry, OpenQuestion.ANY_ANSWER, text).why())
            .toList();
    return new OpenQuestion(texts.get(0), texts.subList(1, texts.size()));
  }

  private static Dimensions dimensions(YamlEntry entry) {
    List<Dimensions.Mistake> mistakes = new ArrayList<>();
    Dimensions.Shape right = shape(entry);
    for (YamlEntry mistake : mistakes(entry)) {
      Dimensions.Shape shape = shape(mistake);
      if (shape.equals(right)) {
        throw mistake.problem("answer", "yaml.mistake-right", shape);
      }
      mistakes.add(new Dimensions.Mistake(shape, mistake.bilingual("why")));
    }
    return new Dimensions(
        right, entry.bilingual("why"), List.copyOf(mistakes), entry.bilingual("otherwise"));
  }

  private static OpenQuestion open(YamlEntry entry) {
    List<Bilingual> points = new ArrayList<>();
    for (YamlEntry point : entry.entries("points")) {
      point.allow(TEXT);
      points.add(point.bilingual("text"));
    }
    return new OpenQuestion(entry.bilingual("model"), List.copyOf(points));
  }

  private static List<YamlEntry> mistakes(YamlEntry entry) {
    if (!entry.keys().contains("mistakes")) {
      return List.of();
    }
    List<YamlEntry> mistakes = entry.entries("mistakes");
    mistakes.forEach(m -> m.allow(keys(WHY, Set.of("answer"))));
    return mistakes;
  }

  private static double number(YamlEntry entry, String key) {
    String text = entry.text(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw entry.problem(key, "yaml.number", key, text);
    }
  }

  private static Dimensions.Shape shape(YamlEntry entry) {
    String text = entry.text("answer");
    try {
      return Dimensions.shape(text);
    } catch (UnfitAnswer e) {
      throw entry.problem("answer", "yaml.shape", text);
    }
  }

  @SafeVarargs
  private static Set<String> keys(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
