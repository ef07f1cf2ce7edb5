package org.gradientkata.kata;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gradientkata.suite.WholeFile;

/**
 * Keys and values that are kept in the folder {@code .kata} of a checkout. They are written after
 * each change, beside the old file and then moved over it, so that no interruption leaves half a
 * file.
 */
final class StateFile {
  private final Path file;
  private final Properties values = new Properties();
  private boolean broken;

  private StateFile(Path file) {
    this.file = file;
  }

  /** The file of a name, such as {@code quiz.properties}; it need not exist. */
  static StateFile in(Path root, String name) {
    StateFile state = new StateFile(root.resolve(".kata").resolve(name));
    state.load();
    return state;
  }

  /** Whether there was a file that couldn't be read; it has been put aside. */
  boolean wasBroken() {
    return broken;
  }

  /** The value of a key, or an empty text. */
  String get(String key) {
    return values.getProperty(key, "");
  }

  void put(String key, String value) {
    values.setProperty(key, value);
    try {
      StringWriter text = new StringWriter();
      values.store(text, null);
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      values.clear();
      broken = true;
    }
    if (broken) {
      try {
        WholeFile.move(file, file.resolveSibling(file.getFileName() + ".broken"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
