package org.gradientkata.classroom.trusted;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.classroom.batch.ClassroomJson;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Judge;
import org.gradientkata.classroom.compile.CompiledFile;

/** What the grader and its judge processes say to each other: a length, then JSON. */
final class JudgeWire {
  private JudgeWire() {}

  /** A case; judges need no more of it. */
  record Question(
      Map<String, Map<String, byte[]>> files,
      String sheet,
      List<String> exercises,
      Judge.Predecessors predecessors,
      long seed,
      Set<String> failing) {

    static Question of(Judge.Case answers) {
      Map<String, Map<String, byte[]>> files = new TreeMap<>();
      answers.files().forEach((name, file) -> files.put(name, file.classes()));
      return new Question(
          files,
          answers.sheet().orElse(null),
          answers.exercises(),
          answers.predecessors(),
          answers.seed(),
          answers.failing());
    }

    Judge.Case answers() {
      Map<String, CompiledFile> compiled = new TreeMap<>();
      files.forEach(
          (name, classes) ->
              compiled.put(
                  name,
                  new CompiledFile(
                      name, CompiledFile.Status.COMPILED, classes, List.of(), List.of())));
      return new Judge.Case(
          compiled, Optional.ofNullable(sheet), exercises, predecessors, seed, failing);
    }
  }

  /** The verdicts, or why there are none. */
  record Answer(List<ExerciseResult> results, String failure) {}

  static void send(DataOutputStream out, Object message) throws IOException {
    byte[] bytes = ClassroomJson.text(message).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  static <T> T receive(DataInputStream in, Class<T> type) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return ClassroomJson.parse(new String(bytes, StandardCharsets.UTF_8), type);
  }
}
