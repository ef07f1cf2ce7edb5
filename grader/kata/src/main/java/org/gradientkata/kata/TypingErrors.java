package org.gradientkata.kata;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the reader's language what picocli found wrong with the command line. */
final class TypingErrors {
  private TypingErrors() {}

  static String explain(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MissingParameterException missing) {
      String names =
          missing.getMissing().stream()
              .map(arg -> arg.isOption() ? optionName(arg) : arg.paramLabel())
              .collect(java.util.stream.Collectors.joining(", "));
      return Messages.get("typed.missing", names);
    }
    if (problem instanceof OverwrittenOptionException twice) {
      return Messages.get("typed.twice", optionName(twice.getOverwritten()));
    }
    return problem.getMessage();
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    String typed = problem.getUnmatched().get(0);
    List<String> suggestions = problem.getSuggestions();
    String key = problem.isUnknownOption() ? "typed.option" : "typed.word";
    String meant =
        Suggestion.nearest(typed, suggestions)
            .or(() -> suggestions.stream().findFirst())
            .map(word -> Messages.get("did-you-mean", word))
            .orElse("");
    return Messages.get(key, typed) + meant;
  }

  private static String optionName(picocli.CommandLine.Model.ArgSpec arg) {
    return ((picocli.CommandLine.Model.OptionSpec) arg).longestName();
  }
}
