package org.gradientkata.suite;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which file of an exercise a learner edits next: the one that the first wrong test speaks of. */
public final class FileToEdit {
  private static final String JAVA = ".java";

  private FileToEdit() {}

  /**
   * The file, as it is shown.
   *
   * @param s where the exercise stands
   * @return its path from the root of the checkout; where it can't be told which of several files
   *     is meant, the names of the others after the first
   */
  public static String of(Standing s) {
    List<String> files = candidates(s);
    return files.get(0)
        + files.stream()
            .skip(1)
            .map(file -> ", " + file.substring(file.lastIndexOf('/') + 1))
            .collect(Collectors.joining());
  }

  /**
   * The file to open.
   *
   * @param s where the exercise stands
   * @return its path from the root of the checkout
   */
  public static String first(Standing s) {
    return candidates(s).get(0);
  }

  private static List<String> candidates(Standing s) {
    String exercise = s.exercise().value();
    List<Catalogue.Place> places = Catalogue.places(exercise);
    if (places.size() < 2 || s.reason().isEmpty()) {
      return List.of(Catalogue.file(exercise));
    }
    Outcome reason = s.reason().get();
    // The surest first: a place in the code, a known mistake, then whoever is spoken of.
    List<Predicate<String>> signs =
        List.of(
            name -> mentions(reason.message(), name + JAVA),
            name -> isKnownMistake(reason, name),
            name -> mentions(reason.message(), name),
            name -> mentions(reason.title(), name),
            name -> isInTestName(reason.method(), name));
    for (Predicate<String> sign : signs) {
      List<Catalogue.Place> named =
          places.stream().filter(place -> sign.test(simpleName(place))).toList();
      if (!named.isEmpty()) {
        return files(named.stream().filter(place -> !isPartOfOther(place, named)).toList());
      }
    }
    return files(places);
  }

  private static List<String> files(List<Catalogue.Place> places) {
    return places.stream().map(Catalogue.Place::file).toList();
  }

  /** Leaky ReLU is spoken of, not ReLU. */
  private static boolean isPartOfOther(Catalogue.Place place, List<Catalogue.Place> all) {
    return all.stream()
        .anyMatch(other -> !other.equals(place) && simpleName(other).endsWith(simpleName(place)));
  }

  private static String simpleName(Catalogue.Place place) {
    return place.className().substring(place.className().lastIndexOf('.') + 1);
  }

  /** Whether a twin of the class gives the answer's numbers. */
  private static boolean isKnownMistake(Outcome reason, String name) {
    Texts texts = Texts.of(reason.exercise());
    return texts.keys().stream()
        .filter(key -> key.startsWith("twin." + name + "."))
        .anyMatch(key -> reason.message().contains(texts.get(key)));
  }

  /** As a word of its own, in Japanese too, where no blank parts words; case doesn't matter. */
  private static boolean mentions(String text, String name) {
    String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ?");
    return Pattern.compile(
            "(?<![A-Za-z0-9_])" + spaced + "(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  /** A method such as signDescentIgnoresTheSize. */
  private static boolean isInTestName(String method, String name) {
    return method.regionMatches(true, 0, name, 0, name.length());
  }
}
