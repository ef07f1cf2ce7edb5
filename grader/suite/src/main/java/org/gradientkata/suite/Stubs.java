package org.gradientkata.suite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.gradientkata.contract.NotStarted;

/** Counts the stubs that are left in a learner's classes, by their bytecode. */
final class Stubs {
  private Stubs() {}

  static int left(Exercise exercise) {
    int left = 0;
    for (Class<?> answer : exercise.answers()) {
      JavaClass answerClass = new ClassFileImporter().importClass(answer);
      left +=
          (int)
              answerClass.getConstructorCallsFromSelf().stream()
                  .filter(call -> call.getTargetOwner().isEquivalentTo(NotStarted.class))
                  .count();
    }
    return left;
  }
}
