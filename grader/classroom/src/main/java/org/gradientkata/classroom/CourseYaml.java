package org.gradientkata.classroom;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradientkata.suite.quiz.QuizProblem;
import org.gradientkata.suite.quiz.YamlDocument;
import org.gradientkata.suite.quiz.YamlEntry;

/**
 * A YAML file that an instructor wrote. Whatever is wrong with it is said with its line.
 *
 * @param file where it lies
 * @param texts the file of its messages, with {@code empty} and {@code wrong} among them
 * @param root its contents
 */
public record CourseYaml(Path file, String texts, YamlEntry root) {

  /**
   * Makes something of a file.
   *
   * @param <T> what it makes
   */
  public interface Reader<T> {

    /**
     * Makes it.
     *
     * @param yaml the file
     * @return what stands in it
     * @throws IOException if a file that it names can't be read
     */
    T read(CourseYaml yaml) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param <T> what is made of it
   * @param file YAML in UTF-8
   * @param texts the file of its messages
   * @param reader makes something of it
   * @return what the reader made
   * @throws ClassroomMistake if something in it is wrong
   * @throws IOException if it can't be read
   */
  public static <T> T read(Path file, String texts, Reader<T> reader) throws IOException {
    try {
      YamlDocument document = new YamlDocument(file.toString());
      YamlEntry root =
          document
              .root(Files.readString(file))
              .map(document::entry)
              .orElseThrow(() -> new ClassroomMistake(texts + ".empty", file));
      return reader.read(new CourseYaml(file, texts, root));
    } catch (QuizProblem e) {
      throw new ClassroomMistake(texts + ".wrong", e.place(), e.detail());
    } catch (MalformedInputException e) {
      throw new ClassroomMistake("intake.roster.encoding", file);
    }
  }

  /**
   * What is wrong with a value.
   *
   * @param entry where it stands
   * @param key of the value
   * @param text key of the message, within the file of messages
   * @param arguments what fills its gaps
   * @return the mistake, to be thrown
   */
  public ClassroomMistake wrong(YamlEntry entry, String key, String text, Object... arguments) {
    String place = file + ":" + entry.line(key);
    return new ClassroomMistake(
        texts + ".wrong", place, ClassroomTexts.get(texts + "." + text, arguments));
  }
}
