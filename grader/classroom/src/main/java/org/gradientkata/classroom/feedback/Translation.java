package org.gradientkata.classroom.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Markup;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;

/**
 * A result in the other language. Messages are made in one language only, but nearly all of their
 * lines are texts of the kit: each is recognised and said in the other one, numbers and names kept.
 * What isn't recognised, such as a learner's own words, stays.
 */
public final class Translation {
  private static final String IDEA = "→ ";

  /** With fewer letters of its own a text with gaps fits by chance. */
  private static final int FEWEST_LETTERS = 5;

  private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

  private final Locale from;
  private final Locale to;
  private final List<Form> ofKit;
  private final List<Form> ofQuiz;
  private final List<Form> ofGrader;
  private final Map<String, Map<String, String>> ofExercises = new HashMap<>();
  private final Map<List<String>, String> said = new HashMap<>();

  /**
   * From one language into another.
   *
   * @param from {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @param to the other
   */
  public Translation(Locale from, Locale to) {
    this.from = from;
    this.to = to;
    this.ofKit = forms(Texts.kit(from), Texts.kit(to));
    this.ofQuiz = forms(Texts.of(Catalogue.QUIZ, from), Texts.of(Catalogue.QUIZ, to));
    this.ofGrader = ofGrader(from, to);
    for (Manifest.Entry entry : Manifest.read(Translation.class.getClassLoader())) {
      ofExercises.put(entry.exercise(), dictionary(entry));
    }
    for (Question question : Quiz.ofKit().questions()) {
      ofExercises
          .get(Catalogue.QUIZ)
          .put(Markup.plain(question.title().in(from)), Markup.plain(question.title().in(to)));
    }
  }

  private static List<Form> forms(Texts source, Texts target) {
    return telling(source.keys().stream().map(key -> Form.of(source.get(key), target.get(key))));
  }

  /** What the grader says of files and exercises, beside the tests. */
  private static List<Form> ofGrader(Locale from, Locale to) {
    return telling(
        Stream.of("intake", "grade", "rules", "reports")
            .flatMap(
                file -> {
                  ResourceBundle source = ClassroomTexts.bundle(from, file);
                  ResourceBundle target = ClassroomTexts.bundle(to, file);
                  return source.keySet().stream()
                      .map(key -> Form.of(source.getString(key), target.getString(key)));
                }));
  }

  private static List<Form> telling(Stream<Form> forms) {
    return forms
        .filter(f -> f.gaps().isEmpty() || f.letters() >= FEWEST_LETTERS)
        .sorted(Comparator.comparing(Form::letters).reversed())
        .toList();
  }

  /** A text with gaps, as a pattern, and what it becomes. */
  private record Form(Pattern pattern, List<String> gaps, String target, int letters) {

    static Form of(String source, String target) {
      StringBuilder pattern = new StringBuilder();
      List<String> gaps = new ArrayList<>();
      Matcher gap = GAP.matcher(source);
      int end = 0;
      while (gap.find()) {
        pattern.append(Pattern.quote(source.substring(end, gap.start())));
        int known = gaps.indexOf(gap.group());
        pattern.append(known < 0 ? "(.*?)" : "\\" + (known + 1));
        if (known < 0) {
          gaps.add(gap.group());
        }
        end = gap.end();
      }
      pattern.append(Pattern.quote(source.substring(end)));
      int letters = (int) GAP.matcher(source).replaceAll("").chars().filter(c -> c > ' ').count();
      return new Form(Pattern.compile(pattern.toString()), gaps, target, letters);
    }

    String fill(Matcher match) {
      return GAP.matcher(target)
          .replaceAll(
              gap -> {
                int index = gaps.indexOf(gap.group());
                return Matcher.quoteReplacement(index < 0 ? gap.group() : match.group(index + 1));
              });
    }
  }

  private Map<String, String> dictionary(Manifest.Entry entry) {
    Map<String, String> dictionary = new HashMap<>();
    Texts source = Texts.of(entry.exercise(), from);
    Texts target = Texts.of(entry.exercise(), to);
    for (String key : source.keys()) {
      if (target.has(key)) {
        dictionary.put(source.get(key), target.get(key));
      }
    }
    // English titles stand in the tests alone.
    Texts japanese = Texts.of(entry.exercise(), Locale.JAPANESE);
    for (Manifest.Test test : entry.tests()) {
      String key = "test." + test.method();
      if (japanese.has(key)) {
        boolean english = from.equals(Locale.ENGLISH);
        dictionary.put(
            english ? test.title() : japanese.get(key), english ? japanese.get(key) : test.title());
      }
    }
    return dictionary;
  }

  /**
   * Says a result in the other language.
   *
   * @param result what came of a submission
   * @return the same with other words
   */
  public SubmissionResult of(SubmissionResult result) {
    return new SubmissionResult(
        result.version(),
        result.submission(),
        result.file(),
        result.key(),
        result.kit(),
        result.seed(),
        to.getLanguage(),
        result.isolation(),
        result.advisory(),
        result.status(),
        result.points(),
        result.maximum(),
        result.remarks().stream().map(this::ofGrader).toList(),
        result.exercises().stream().map(this::exercise).toList());
  }

  private ExerciseResult exercise(ExerciseResult e) {
    List<ExerciseResult.TestResult> tests =
        e.tests().stream()
            .map(
                t ->
                    new ExerciseResult.TestResult(
                        t.test(),
                        line(e.exercise(), t.title()),
                        t.stage(),
                        t.state(),
                        text(e.exercise(), t.message())))
            .toList();
    return new ExerciseResult(
        e.exercise(),
        e.outcome(),
        e.detail().lines().map(this::ofGrader).collect(Collectors.joining("\n")),
        e.points(),
        e.maximum(),
        e.pointsWithOwn(),
        e.pointsWithReference(),
        e.written(),
        e.methods(),
        e.stages().stream()
            .map(
                s ->
                    new ExerciseResult.StageResult(
                        s.stage(), s.points(), s.maximum(), text(e.exercise(), s.reason())))
            .toList(),
        tests,
        e.problems());
  }

  /**
   * Says a message in the other language, line by line.
   *
   * @param exercise number and name
   * @param message what a test said
   * @return the message, with as many lines
   */
  public String text(String exercise, String message) {
    return message.lines().map(l -> line(exercise, l)).collect(Collectors.joining("\n"));
  }

  /** Classes make the same mistakes, so most lines have been said before. */
  private String line(String exercise, String line) {
    return said.computeIfAbsent(List.of(exercise, line), unsaid -> inOther(exercise, line));
  }

  private String inOther(String exercise, String line) {
    String mark = line.startsWith(IDEA) ? IDEA : "";
    String words = line.substring(mark.length());
    if (Catalogue.exercises().contains(exercise)) {
      String known = ofExercises.get(exercise).get(words);
      if (known != null) {
        return mark + known;
      }
    }
    return said(exercise.equals(Catalogue.QUIZ) ? ofQuiz : ofKit, words)
        .map(said -> mark + said)
        .orElse(line);
  }

  private String ofGrader(String line) {
    return said(ofGrader, line).orElse(line);
  }

  private static Optional<String> said(List<Form> forms, String words) {
    for (Form form : forms) {
      Matcher match = form.pattern().matcher(words);
      if (match.matches()) {
        return Optional.of(form.fill(match));
      }
    }
    return Optional.empty();
  }
}
