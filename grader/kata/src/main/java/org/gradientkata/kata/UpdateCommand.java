package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the exercises to this version of the kit without touching what was written. */
@Command(name = "update")
final class UpdateCommand implements Callable<Integer> {
  private static final String BESIDE = ".new";

  private final Console console;

  @Spec private CommandSpec spec;

  UpdateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::update);
  }

  private int update() throws IOException {
    Path root = Kit.here().root();
    List<ExerciseFile> files =
        Catalogue.exercises().stream().flatMap(e -> ExerciseFile.of(e).stream()).toList();
    boolean current = true;
    for (ExerciseFile file : files) {
      if (!isCurrent(file, root)) {
        current = false;
        boolean mayReplace = !file.isThere(root) || file.isUntouched(root);
        String target = mayReplace ? file.path() : file.path() + BESIDE;
        WholeFile.write(root.resolve(target), file.pristine());
        String key = mayReplace ? "update.replaced" : "update.beside";
        console.out().println(Messages.get(key, target));
      }
    }
    if (current) {
      console.out().println(Messages.get("update.current"));
    }
    return Kata.OK;
  }

  /** Whether all that the stub says, but for what was to be replaced, stands in the file. */
  private static boolean isCurrent(ExerciseFile file, Path root) {
    if (!file.isThere(root)) {
      return false;
    }
    Iterator<String> written = file.text(root).lines().map(String::strip).iterator();
    return file.pristine()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !isToReplace(line))
        .allMatch(line -> isFound(line, written));
  }

  private static boolean isToReplace(String line) {
    return line.startsWith("throw new NotStarted(")
        || line.equals("import org.gradientkata.contract.NotStarted;")
        || line.matches("[a-z0-9-]+:|(mine|same-idea):"); // empty entries of the answer sheet
  }

  private static boolean isFound(String line, Iterator<String> written) {
    while (written.hasNext()) {
      if (written.next().equals(line)) {
        return true;
      }
    }
    return false;
  }
}
