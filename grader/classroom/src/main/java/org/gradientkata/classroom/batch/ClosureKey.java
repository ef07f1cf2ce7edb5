package org.gradientkata.classroom.batch;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Fingerprint;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * What the verdict on an exercise depends on, as hashes: its classes, those of all exercises that
 * it builds on, the predecessors that it is judged on, and the seed; or the quiz's answer sheet.
 *
 * @param exact of the class files as they are, with the line numbers that messages name
 * @param code of the code alone: the same for answers that differ in layout, comments and names of
 *     local variables
 */
record ClosureKey(String exact, String code) {

  /** The key of the quiz, whose answers are no classes. */
  static ClosureKey ofSheet(Judge.Case answers) {
    String sheet = new Fingerprint().add(answers.sheet().orElse("")).text();
    return new ClosureKey(sheet, sheet);
  }

  /** The key of an exercise in a case; the names are the exercise's own and its predecessors'. */
  static ClosureKey of(Judge.Case answers, Iterable<String> closure) {
    Fingerprint exact = new Fingerprint();
    Fingerprint code = new Fingerprint();
    for (Fingerprint each : new Fingerprint[] {exact, code}) {
      each.add(answers.predecessors().name()).add(Long.toString(answers.seed()));
    }
    for (String exercise : closure) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        CompiledFile file = answers.files().get(place.className());
        exact.add(place.className());
        code.add(place.className());
        if (file != null) {
          exact.add(file.status().name());
          code.add(file.status().name());
          for (Map.Entry<String, byte[]> each : new TreeMap<>(file.classes()).entrySet()) {
            exact.add(each.getKey()).add(each.getValue());
            code.add(each.getKey()).add(withoutDebug(each.getValue()));
          }
          exact.add(new TreeSet<>(file.refused()).toString());
          code.add(new TreeSet<>(file.refused()).toString());
        }
      }
    }
    return new ClosureKey(exact.text(), code.text());
  }

  private static byte[] withoutDebug(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes).accept(writer, ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }
}
