package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.Intake;
import org.gradientkata.classroom.intake.IntakeLimits;
import org.gradientkata.classroom.intake.Remark;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.classroom.similarity.Jplag;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands the exercise files of a class to JPlag. */
@Command(name = "similarity")
final class GradeSimilarityCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 10;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUBMISSIONS", descriptionKey = "submissions")
  private String submissions;

  @Option(names = "--jplag", paramLabel = "JAR", required = true)
  private String jplag;

  @Option(names = "--java", paramLabel = "PATH")
  private String java;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private String out;

  GradeSimilarityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::compare);
  }

  private int compare() throws IOException {
    Jplag program = new Jplag(Kit.typed(jplag), java());
    Map<String, Map<String, String>> sources = new TreeMap<>();
    Intake intake = new Intake(IntakeLimits.usual());
    for (SubmissionPlace place : SubmissionPlace.in(Kit.typed(submissions))) {
      Map<String, String> files = intake.take(place).sources();
      if (!files.isEmpty()) {
        sources.put(place.name(), files);
      }
    }
    try (ScratchFolder scratch = ScratchFolder.make("kata-similarity")) {
      Jplag.Report report = program.compare(sources, stubs(), scratch.path(), Kit.typed(out));
      Path file = report.file();
      console.out().println(Messages.get("similarity.written", report.compared(), file));
      List<String> unreadable = report.unreadable();
      if (!unreadable.isEmpty()) {
        String some = unreadable.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String names = Remark.harmlessLines(unreadable.size() > MOST_NAMES ? some + ", …" : some);
        console.out().println(Messages.get("similarity.unreadable", unreadable.size(), names));
      }
      if (!report.skipped().isEmpty()) {
        String names = Remark.harmlessLines(report.skipped());
        console.out().println(Messages.get("similarity.skipped", names));
      }
      console.out().println(Messages.get("similarity.open", program.java(), jplag, file));
      return Kata.OK;
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
  }

  /** JPlag needs a newer Java than the kit, so the one that runs this may not do. */
  private Path java() {
    if (java != null) {
      return Kit.typed(java);
    }
    if (Runtime.version().feature() < Jplag.JAVA) {
      throw new Mistake(Messages.get("similarity.java", Jplag.JAVA, Runtime.version().feature()));
    }
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Map<String, String> stubs() {
    Map<String, String> stubs = new TreeMap<>();
    for (String exercise : Catalogue.exercises()) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        ExerciseFile.of(exercise).stream()
            .filter(f -> f.path().equals(place.file()))
            .forEach(f -> stubs.put(place.className(), f.pristine()));
      }
    }
    return stubs;
  }
}
