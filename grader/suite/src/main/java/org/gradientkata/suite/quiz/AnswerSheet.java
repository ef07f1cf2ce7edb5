package org.gradientkata.suite.quiz;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Judged;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A sheet with one answer to each question, {@code id: answer}. It lies beside the answers to the
 * other exercises: {@code quiz-answers.yaml} in a folder of the class path, else in the folder
 * {@code exercises} of the checkout.
 */
public final class AnswerSheet {
  /** Where a learner's sheet is, from the root of the checkout. */
  public static final String PLACE = Catalogue.QUIZ_SHEET;

  private static final String FILE = "quiz-answers.yaml";
  private static final String EXERCISES = "exercises/pom.xml";
  private static final String MINE = "mine";
  private static final String SAME_IDEA = "same-idea";

  private final YamlDocument document;
  private final YamlEntry entries;

  private AnswerSheet(YamlDocument document, YamlEntry entries) {
    this.document = document;
    this.entries = entries;
  }

  /**
   * Reads a sheet.
   *
   * @param file the name of the file for messages
   * @param yaml its text
   * @return the sheet
   * @throws QuizProblem if the text is no YAML or no list of {@code id: answer}
   */
  public static AnswerSheet of(String file, String yaml) {
    YamlDocument document = new YamlDocument(file);
    YamlEntry entries =
        document.root(yaml).map(document::entry).orElseGet(() -> new YamlEntry(document, 0));
    return new AnswerSheet(document, entries);
  }

  /**
   * The sheet that belongs to the classes that are graded.
   *
   * @param loader where those classes come from
   * @return the sheet
   * @throws QuizProblem if there is none, or it can't be read
   */
  public static AnswerSheet beside(ClassLoader loader) {
    URL url = loader.getResource(FILE);
    try {
      if (url == null) {
        Path file = checkout().resolve(PLACE);
        if (!Files.exists(file)) {
          throw new QuizProblem(PLACE, 0, "", Texts.of(Quiz.EXERCISE).get("sheet.none"));
        }
        return of(PLACE, decoded(PLACE, Files.readAllBytes(file)));
      }
      String name = shown(url);
      try (InputStream in = url.openStream()) {
        return of(name, decoded(name, in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new QuizProblem(PLACE, 0, "", Texts.of(Quiz.EXERCISE).get("sheet.io", e.getMessage()));
    }
  }

  /**
   * Looks for entries that belong to no question.
   *
   * @param quiz the questions
   * @throws QuizProblem for the first of them
   */
  public void requireKnownQuestions(Quiz quiz) {
    for (String id : entries.keys()) {
      if (quiz.find(id).isEmpty()) {
        throw document.problem(entries.line(id), id, "sheet.unknown", id);
      }
    }
  }

  /**
   * Judges the answer to a question.
   *
   * @param question one of the quiz's
   * @return what to say to it; empty if there is no answer yet
   * @throws QuizProblem if the answer is of the wrong kind
   */
  public Optional<Judgement> judge(Question question) {
    Node node = entries.value(question.id());
    if (node == null || YamlEntry.isEmpty(node)) {
      return Optional.empty();
    }
    try {
      return question.form() instanceof OpenQuestion open
          ? judgeOpen(question, open, node)
          : Optional.of(question.form().judge(answer(question, node)));
    } catch (UnfitAnswer e) {
      throw problem(question, e.getMessage());
    }
  }

  /**
   * Demands that a question is answered, and rightly.
   *
   * @param question one of the quiz's
   * @throws Judged if it isn't, with the explanation that belongs to the answer
   */
  public void requireRight(Question question) {
    Texts texts = Texts.of(Quiz.EXERCISE);
    int line = entries.line(question.id());
    String place = document.file() + (line > 0 ? ":" + line : "");
    Judgement judgement;
    try {
      judgement =
          judge(question)
              .orElseThrow(
                  () ->
                      new Judged(
                          State.NOT_STARTED, texts.get("sheet.empty", question.id(), place)));
    } catch (QuizProblem e) {
      throw new Judged(State.WRONG, e.detail() + "\n" + e.place());
    }
    if (judgement.result() == Judgement.Result.WRONG) {
      String given = answer(question, entries.value(question.id()));
      throw new Judged(
          State.WRONG, texts.get("sheet.wrong", given, place) + "\n" + judgement.plain());
    }
    if (judgement.result() == Judgement.Result.COMPARE) {
      throw new Judged(
          State.IN_PROGRESS,
          texts.get("sheet.compare", SAME_IDEA, place) + "\n" + judgement.plain());
    }
  }

  private Optional<Judgement> judgeOpen(Question question, OpenQuestion open, Node node) {
    if (!(node instanceof MappingNode)) {
      throw problem(question, Texts.of(Quiz.EXERCISE).get("sheet.open", MINE, SAME_IDEA));
    }
    YamlEntry entry = document.entry(node).of(question.id());
    entry.allow(Set.of(MINE, SAME_IDEA));
    Optional<String> mine = entry.optional(MINE);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Judgement judgement = open.judge(mine.get());
    String same = entry.optional(SAME_IDEA).orElse("no").toLowerCase(Locale.ROOT);
    if (!same.matches("yes|true|no|false")) {
      throw entry.problem(SAME_IDEA, "sheet.same-idea", SAME_IDEA, same);
    }
    return Optional.of(
        same.matches("yes|true")
            ? new Judgement(Judgement.Result.RIGHT, judgement.remarks())
            : judgement);
  }

  /** A list such as {@code [1, 3]} is what one would type as {@code 1, 3}. */
  private String answer(Question question, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    if (node instanceof SequenceNode sequence
        && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return String.join(
          ", ", sequence.getValue().stream().map(n -> ((ScalarNode) n).getValue()).toList());
    }
    throw problem(question, question.form().howToAnswer().plain());
  }

  private QuizProblem problem(Question question, String detail) {
    int line = entries.line(question.id());
    return new QuizProblem(document.file(), line, question.id(), detail);
  }

  /** A sheet in another encoding would be read as nonsense, without a word. */
  private static String decoded(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new QuizProblem(name, 0, "", Texts.of(Quiz.EXERCISE).get("sheet.encoding"));
    }
  }

  private static String shown(URL url) {
    try {
      Path file = Path.of(url.toURI()).toRealPath();
      Path root = checkout().toRealPath();
      boolean here = Files.exists(root.resolve(EXERCISES)) && file.startsWith(root);
      return here ? root.relativize(file).toString().replace('\\', '/') : FILE;
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return FILE; // somewhere in a jar, where no learner edits it
    }
  }

  /** The folder that has the exercises, from wherever the tests run; else the root of all. */
  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve(EXERCISES))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
