package org.gradientkata.kata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the files of an exercise new again; the old ones are kept. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID")
  private String id;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  ResetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::reset);
  }

  private int reset() throws IOException {
    String exercise = ExerciseIds.resolve(List.of(id)).get(0);
    Path root = Kit.here().root();
    List<ExerciseFile> changed =
        ExerciseFile.of(exercise).stream().filter(file -> !file.isPristine(root)).toList();
    if (changed.isEmpty()) {
      console.out().println(Messages.get("reset.nothing", exercise));
      return Kata.OK;
    }
    changed.forEach(file -> console.out().println("  " + file.path()));
    if (!yes && !isConfirmed(exercise)) {
      console.out().println(Messages.get("reset.left"));
      return Kata.WRONG;
    }
    Path kept =
        root.resolve(".kata/kept").resolve(LocalDateTime.now(ZoneId.systemDefault()).format(DATE));
    for (ExerciseFile file : changed) {
      if (file.isThere(root)) {
        Path copy = kept.resolve(file.path());
        Files.createDirectories(copy.getParent());
        Files.copy(root.resolve(file.path()), copy);
      }
      WholeFile.write(root.resolve(file.path()), file.pristine());
    }
    console.out().println(Messages.get("reset.done", Kit.here().shown(kept)));
    return Kata.OK;
  }

  /** Anything but a yes is a no, and so is the end of the input. */
  private boolean isConfirmed(String exercise) throws IOException {
    console.out().print(Messages.get("reset.ask", exercise) + " ");
    console.out().flush();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      console.out().println();
    }
    // A Japanese keyboard may be set to wide letters.
    return line != null
        && Normalizer.normalize(line.strip(), Normalizer.Form.NFKC).matches("(?i)y|yes|はい");
  }
}
