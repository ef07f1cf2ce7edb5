package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradientkata.suite.WholeFile;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;
import org.gradientkata.suite.quiz.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the questions of the quiz, or writes them as a page. */
@Command(name = "quiz")
final class QuizCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TOPIC", arity = "0..*")
  private List<String> words = List.of();

  @Option(names = "--wrong")
  private boolean wrong;

  @Option(names = "--again")
  private boolean again;

  @Option(names = "--fill-sheet")
  private boolean fillSheet;

  @Option(names = "--html", paramLabel = "FILE")
  private String html;

  QuizCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::quiz);
  }

  private int quiz() throws IOException {
    List<Question> chosen = chosen(Quiz.ofKit().questions());
    if (html != null && Quiz.ofKit().isSealed()) {
      throw new Mistake(Messages.get("quiz.sealed"));
    }
    if (html != null) {
      Path file = Kit.typed(html);
      WholeFile.write(file, new QuizPage(chosen).html());
      console.out().println(Messages.get("quiz.written", file));
      return Kata.OK;
    }
    QuizState state = QuizState.in(Kit.here().root());
    if (fillSheet) {
      Path sheet = Kit.here().root().resolve(AnswerSheet.PLACE);
      int filled = new QuizSheetFiller(state).fill(sheet, chosen);
      console.out().println(Messages.get("quiz.filled", filled, AnswerSheet.PLACE));
      return Kata.OK;
    }
    try (QuizScreen screen = QuizScreen.of(console)) {
      if (state.wasBroken()) {
        screen.say(Messages.get("quiz.broken"));
      }
      new QuizRound(screen, state).ask(chosen, mode());
    }
    return Kata.OK;
  }

  private QuizRound.Mode mode() {
    if (wrong && again) {
      throw new UsageProblem(Messages.get("quiz.both"));
    }
    if (wrong) {
      return QuizRound.Mode.WRONG_ONES;
    }
    return again ? QuizRound.Mode.ALL : QuizRound.Mode.OPEN_ONES;
  }

  private List<Question> chosen(List<Question> all) {
    for (String word : words) {
      if (all.stream().noneMatch(q -> fits(q, word))) {
        throw new UsageProblem(unknown(all, word));
      }
    }
    return all.stream()
        .filter(q -> words.isEmpty() || words.stream().anyMatch(word -> fits(q, word)))
        .toList();
  }

  private static boolean fits(Question question, String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    String number = question.exercise().substring(0, 2);
    return List.of(question.id(), question.topic().id(), question.exercise()).contains(word)
        || question.exercise().substring(3).equals(word)
        || number.equals(word)
        || number.equals("0" + word);
  }

  private static String unknown(List<Question> all, String word) {
    Stream<String> topics = Stream.of(Topic.values()).map(Topic::id);
    Stream<String> exercises = all.stream().map(q -> q.exercise().substring(3)).distinct();
    Optional<String> meant =
        Suggestion.nearest(word, Stream.concat(topics, exercises).toList())
            .map(w -> Messages.get("did-you-mean", w));
    String known = String.join(", ", Stream.of(Topic.values()).map(Topic::id).toList());
    return Messages.get("quiz.unknown", word, known) + meant.orElse("");
  }
}
