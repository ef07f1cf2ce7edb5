package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradientkata.suite.Fingerprint;
import org.gradientkata.suite.ScratchFolder;
import org.gradientkata.suite.SourceCompiler;
import org.gradientkata.suite.WholeFile;

/**
 * Classes that are graded: the exercises or the solutions.
 *
 * @param name {@code exercises} or {@code solutions}
 * @param sources folder of the Java files
 * @param classes folder of the class files
 */
record AnswerSet(String name, Path sources, Path classes) {
  private static final String JAVA = ".java";
  private static final String CLASS = ".class";

  /** The folder of the module, where the quiz's answer sheet lies. */
  Path folder() {
    return sources.resolve("../../..").normalize();
  }

  /**
   * Compiles all if something has changed. The compiler goes on after an error: what it can't read
   * throws when it is called, the rest works.
   *
   * @return what it couldn't read; empty also if nothing had changed
   */
  List<SourceCompiler.Problem> compileIfChanged() {
    return isCurrent() ? List.of() : compile();
  }

  List<SourceCompiler.Problem> compile() {
    try {
      FileTime start = FileTime.from(Instant.now());
      String sourcesAndTools = sourcesAndTools();
      Files.createDirectories(classes);
      try (ScratchFolder scratch = ScratchFolder.in(classes.resolveSibling("compiling"))) {
        List<SourceCompiler.Problem> problems = compileTo(scratch.path());
        String made = withClasses(sourcesAndTools, scratch.path());
        replaceBy(scratch.path(), start);
        WholeFile.write(stamp(), made);
        return problems;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One file after the other and each at once: another process may be grading, or compiling the
   * same, and must never see a class missing that has a source.
   */
  private void replaceBy(Path made, FileTime start) throws IOException {
    Set<Path> current = new HashSet<>();
    for (Path file : files(made, CLASS)) {
      // A source that is saved while the compiler runs must count as newer than its class.
      Files.setLastModifiedTime(file, start);
      Path to = classes.resolve(made.relativize(file));
      Files.createDirectories(to.getParent());
      Files.move(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      current.add(to);
    }
    for (Path file : files(classes, CLASS)) {
      if (!current.contains(file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Compiles all to another folder. */
  List<SourceCompiler.Problem> compileTo(Path folder) throws IOException {
    return new SourceCompiler(Kit.classPath()).compile(files(sources, JAVA), folder);
  }

  /**
   * Whether the classes are what the compiler would make of the sources now. Their times don't
   * tell: a file that is put back may be older than the class of what stood there in between.
   */
  boolean isCurrent() {
    try {
      return Files.exists(stamp())
          && Files.readString(stamp()).equals(withClasses(sourcesAndTools(), classes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says of which sources the classes were made, and with which tools. */
  private Path stamp() {
    return classes.resolveSibling(classes.getFileName() + ".sum");
  }

  private String sourcesAndTools() throws IOException {
    return add(new Fingerprint().add(Kit.tools()), sources, JAVA).text();
  }

  private static String withClasses(String sourcesAndTools, Path made) throws IOException {
    return add(new Fingerprint().add(sourcesAndTools), made, CLASS).text();
  }

  /** Adds the files of a folder to a sum, with their names. */
  static Fingerprint add(Fingerprint sum, Path folder, String ending) throws IOException {
    for (Path file : files(folder, ending)) {
      sum.add(folder.relativize(file).toString());
      try {
        sum.add(Files.readAllBytes(file));
      } catch (NoSuchFileException e) {
        sum.add("saved at this moment by moving another file here");
      }
    }
    return sum;
  }

  /** All files of a folder whose names end so, sorted; none if there is no such folder. */
  static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f))
          .sorted()
          .toList();
    }
  }
}
