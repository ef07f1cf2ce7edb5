package org.gradientkata.kata;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Judgement;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.UnfitAnswer;

/**
 * Asks questions one after the other and remembers each answer at once.
 *
 * @param screen where it asks
 * @param state what has been answered
 */
record QuizRound(QuizScreen screen, QuizState state) {

  /** Which of the questions are asked. */
  enum Mode {
    /** Those without an answer. */
    OPEN_ONES,
    /** Those whose last answer was wrong. */
    WRONG_ONES,
    /** All. */
    ALL
  }

  /** Asks, until the end or until whoever answers has enough. */
  void ask(List<Question> questions, Mode mode) {
    List<Question> asked = questions.stream().filter(q -> isAsked(q, mode)).toList();
    screen.say(standing(questions));
    try {
      for (int i = 0; i < asked.size(); i++) {
        ask(asked.get(i), i + 1, asked.size());
      }
      screen.say("\n" + standing(questions));
      if (questions.stream().anyMatch(q -> state.isRight(q.id()))) {
        screen.say(Messages.get("quiz.fill-hint"));
      }
    } catch (QuizScreen.Stopped e) {
      screen.say("\n" + standing(questions) + "\n" + Messages.get("quiz.stopped"));
    }
    if (questions.stream().anyMatch(q -> state.isWrong(q.id()))) {
      screen.say(Messages.get("quiz.wrong-again"));
    } else if (asked.isEmpty()) {
      screen.say(Messages.get(mode == Mode.WRONG_ONES ? "quiz.none-wrong" : "quiz.again"));
    }
  }

  private boolean isAsked(Question question, Mode mode) {
    return switch (mode) {
      case OPEN_ONES -> !state.isRight(question.id()) && !state.isWrong(question.id());
      case WRONG_ONES -> state.isWrong(question.id());
      case ALL -> true;
    };
  }

  private void ask(Question question, int number, int count) {
    screen.say("");
    screen.say(
        Messages.get(
            "quiz.heading",
            number,
            count,
            question.exercise(),
            question.topic().title().plain(),
            question.title().plain()));
    screen.say(question.text().plain());
    while (true) {
      Optional<String> answer = screen.answer(question);
      if (answer.isEmpty()) {
        return;
      }
      try {
        reply(question, answer.get(), question.form().judge(answer.get()));
        return;
      } catch (UnfitAnswer e) {
        screen.say(e.getMessage());
      }
    }
  }

  private void reply(Question question, String answer, Judgement judgement) {
    boolean right = judgement.result() == Judgement.Result.RIGHT;
    if (judgement.result() == Judgement.Result.COMPARE) {
      screen.say(Messages.get("quiz.model") + "\n" + judgement.plain());
      right = screen.yes(Messages.get("quiz.same-idea"));
    } else {
      screen.say(Messages.get(right ? "quiz.right" : "quiz.wrong"));
      screen.say(judgement.plain());
    }
    state.put(question.id(), answer, right);
    if (right && question.form() instanceof Choice choice) {
      screen.say(Messages.get("quiz.others"));
      others(choice).forEach(remark -> screen.say(remark.plain()));
    }
    screen.say(Messages.get("quiz.source", question.source().plain()));
  }

  /** Why the other options are wrong, which whoever is right may read too. */
  private static List<Judgement.Remark> others(Choice choice) {
    NavigableSet<Integer> others = new TreeSet<>();
    IntStream.rangeClosed(1, choice.options().size()).forEach(others::add);
    others.removeAll(choice.right());
    return choice.remarks(others);
  }

  private String standing(List<Question> questions) {
    long right = questions.stream().filter(q -> state.isRight(q.id())).count();
    long wrong = questions.stream().filter(q -> state.isWrong(q.id())).count();
    return Messages.get(
        "quiz.standing", questions.size(), right, wrong, questions.size() - right - wrong);
  }
}
