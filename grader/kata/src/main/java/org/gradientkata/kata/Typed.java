package org.gradientkata.kata;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.experiment.Figures;

/** Reads what was typed after an option, or says what was expected. */
final class Typed {
  private Typed() {}

  static int whole(String option, String typed, int least, int most) {
    try {
      int number = Integer.parseInt(typed);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It gets the same message as a number out of range.
    }
    throw new UsageProblem(Messages.get("typed.whole", option, typed, least, most));
  }

  /** A finite number above 0. */
  static double positive(String option, String typed) {
    try {
      double number = Double.parseDouble(typed);
      if (number > 0 && number < Double.POSITIVE_INFINITY) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It gets the same message as a number out of range.
    }
    throw new UsageProblem(Messages.get("typed.positive", option, typed));
  }

  static double number(String option, String typed, double least, double most) {
    try {
      double number = Double.parseDouble(typed);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It gets the same message as a number out of range.
    }
    throw new UsageProblem(
        Messages.get("typed.number", option, typed, Figures.text(least), Figures.text(most)));
  }

  static long seed(String typed) {
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException e) {
      throw new UsageProblem(Messages.get("typed.seed", typed));
    }
  }

  static InitialValue initialValue(String typed) {
    try {
      return InitialValue.parse(typed);
    } catch (IllegalArgumentException e) {
      String meant = meant(typed, List.of("zeros", "xavier", "he"));
      throw new UsageProblem(Messages.get("typed.init", typed) + meant);
    }
  }

  static <E> E choice(String option, String typed, E[] all, Function<E, String> id) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> ids = Arrays.stream(all).map(id).toList();
    return Arrays.stream(all)
        .filter(e -> id.apply(e).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageProblem(
                    Messages.get(
                            "typed.choice",
                            option,
                            typed,
                            ids.stream().collect(Collectors.joining(", ")))
                        + meant(wanted, ids)));
  }

  /** Several of some names, with commas between them. */
  static List<String> choices(String option, String typed, Collection<String> all) {
    String[] names = all.toArray(String[]::new);
    return Arrays.stream(typed.split(",", -1))
        .map(name -> choice(option, name, names, Function.identity()))
        .toList();
  }

  private static String meant(String typed, List<String> words) {
    return Suggestion.nearest(typed, words)
        .map(word -> Messages.get("did-you-mean", word))
        .orElse("");
  }
}
