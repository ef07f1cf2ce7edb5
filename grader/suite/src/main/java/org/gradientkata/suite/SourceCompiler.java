package org.gradientkata.suite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles Java sources with the Eclipse compiler, which goes on after an error: a method it can't
 * compile throws when it is called, the rest works.
 */
public final class SourceCompiler {
  private final List<Path> classPath;

  /**
   * A compiler.
   *
   * @param classPath jars and folders of classes that the sources need
   */
  public SourceCompiler(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /**
   * What is wrong in a source file.
   *
   * @param file the source file
   * @param line line number, from 1
   * @param column column number, from 1
   * @param message the compiler's words
   */
  public record Problem(Path file, long line, long column, String message) {}

  /**
   * Compiles files, without annotation processing, to Java 17 class files.
   *
   * @param sources the files
   * @param output folder for the class files, made if it isn't there
   * @return the errors, empty if all compiled
   * @throws UncheckedIOException if a file can't be read or written
   */
  public List<Problem> compile(Collection<Path> sources, Path output) {
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> seen = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(
            seen, Locale.ENGLISH, java.nio.charset.StandardCharsets.UTF_8)) {
      Files.createDirectories(output);
      List<String> options =
          List.of(
              "--release",
              "17",
              "-proc:none",
              "-proceedOnError",
              "-nowarn",
              "-g",
              "-parameters",
              "-encoding",
              "UTF-8",
              "-classpath",
              classPath.stream().map(Path::toString).collect(Collectors.joining(separator())),
              "-d",
              output.toString());
      compiler
          .getTask(console, files, seen, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return problems(seen);
  }

  private static List<Problem> problems(DiagnosticCollector<JavaFileObject> seen) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : seen.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR && d.getSource() != null) {
        problems.add(
            new Problem(
                Path.of(d.getSource().toUri()),
                d.getLineNumber(),
                Math.max(1, d.getColumnNumber()),
                d.getMessage(Locale.ENGLISH)));
      }
    }
    return problems;
  }

  private static String separator() {
    return java.io.File.pathSeparator;
  }
}
