package org.gradientkata.classroom.similarity;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Looks whether a source can be parsed. JPlag leaves out everything of a learner of whom it can't
 * parse one file, and it parses with the JDK's own compiler.
 */
final class JavaSyntax {
  private JavaSyntax() {}

  /** Whether a source can be parsed; also where there is no compiler to ask. */
  static boolean isReadable(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return true;
    }
    DiagnosticCollector<JavaFileObject> seen = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none");
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(), null, seen, options, null, List.of(new Source(source)));
    try {
      task.parse();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false; // nested too deeply, for instance
    }
    return seen.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
