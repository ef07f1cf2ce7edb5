package org.gradientkata.kata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.StubHistory;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Quiz;

/**
 * A file that a learner edits, and how it looked when it was new.
 *
 * @param path its path from the root of the checkout
 * @param pristine its text with nothing written yet
 */
record ExerciseFile(String path, String pristine) {

  /** The files of an exercise, as this version of the kit cuts them. */
  static List<ExerciseFile> of(String exercise) {
    if (exercise.equals(Quiz.EXERCISE)) {
      return List.of(new ExerciseFile(AnswerSheet.PLACE, BlankSheet.of(Quiz.ofKit())));
    }
    Map<String, String> stubs = stubs();
    return Catalogue.places(exercise).stream()
        .map(place -> new ExerciseFile(place.file(), stubs.get(place.file())))
        .toList();
  }

  /** Whether the checkout has the file at all. */
  boolean isThere(Path root) {
    return Files.exists(root.resolve(path));
  }

  /** The text in the checkout, with plain line feeds. */
  String text(Path root) {
    try {
      return Files.readString(root.resolve(path)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file is there, as new. */
  boolean isPristine(Path root) {
    return isThere(root) && text(root).equals(pristine);
  }

  /** Whether the file is as this or an older version of the kit cut it. */
  boolean isUntouched(Path root) {
    return isPristine(root) || StubHistory.isStub(path, text(root));
  }

  private static Map<String, String> stubs() {
    Map<String, String> stubs = new HashMap<>();
    try (InputStream in = ExerciseFile.class.getResourceAsStream("stubs.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        stubs.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stubs;
  }
}
