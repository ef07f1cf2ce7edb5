package org.gradientkata.kata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.suite.Fingerprint;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.WholeFile;

/**
 * The last verdict on each exercise, a file each beside the classes. A file begins with a sum over
 * the verdict and all that it rests on. So whatever rests on something else by now, is damaged, or
 * was made by somebody else doesn't count: it has another sum.
 */
final class KnownVerdicts {
  /** Hexadecimal digits of a sum. */
  private static final int SUM = 64;

  private final AnswerSet answers;
  private final VerdictKeys keys;
  private final List<New> noted = new ArrayList<>();

  private KnownVerdicts(AnswerSet answers) {
    this.answers = answers;
    this.keys = VerdictKeys.of(answers);
  }

  /** A verdict that was given just now. */
  private record New(Wire.Result result, Set<String> failing) {}

  /** What is known of answers as they are now; they have to be compiled. */
  static KnownVerdicts of(AnswerSet answers) {
    return new KnownVerdicts(answers);
  }

  /**
   * What was found when everything was as it is now.
   *
   * @param exercise number and name
   * @param failing exercises that are known to be wrong
   */
  Optional<Wire.Result> of(String exercise, Set<String> failing) {
    try {
      byte[] file = Files.readAllBytes(file(exercise));
      byte[] verdict = Arrays.copyOfRange(file, Math.min(file.length, SUM), file.length);
      boolean same = Arrays.equals(file, content(keys.of(exercise, failing), verdict));
      return same ? Optional.of(Wire.result(verdict)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Takes note of a verdict, unless another run might come to another one. */
  synchronized void note(Wire.Result result, Set<String> failing) {
    if (result.steady()) {
      noted.add(new New(result, failing));
    }
  }

  /**
   * Writes down what was noted of answers that are still the same. Whoever may not write there has
   * everything graded each time.
   */
  synchronized void keep() {
    VerdictKeys now = VerdictKeys.of(answers);
    for (New each : noted) {
      String exercise = each.result().exercise();
      String key = keys.of(exercise, each.failing());
      if (now.of(exercise, each.failing()).equals(key)) {
        try {
          WholeFile.write(file(exercise), content(key, Wire.bytes(each.result())));
        } catch (IOException e) {
          return;
        }
      }
    }
    noted.clear();
  }

  private Path file(String exercise) {
    String name = exercise.replace(' ', '-') + "." + Texts.locale().getLanguage();
    return answers.classes().resolveSibling("verdicts").resolve(name);
  }

  private static byte[] content(String key, byte[] verdict) {
    byte[] sum = new Fingerprint().add(key).add(verdict).text().getBytes(StandardCharsets.US_ASCII);
    byte[] content = Arrays.copyOf(sum, sum.length + verdict.length);
    System.arraycopy(verdict, 0, content, sum.length, verdict.length);
    return content;
  }
}
