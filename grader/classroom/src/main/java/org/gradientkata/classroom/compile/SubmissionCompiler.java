package org.gradientkata.classroom.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradientkata.classroom.compile.CompiledFile.Status;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Compiles submissions, one after the other, in a warm process of its own. What the compiler can't
 * read costs as little as possible: a method throws when it is called, a file is missing alone, and
 * where a source takes the compiler down, each file is tried by itself in a new process.
 */
public final class SubmissionCompiler implements AnswerCompiler {
  /** How the compiler's words on bad syntax begin. */
  private static final String SYNTAX = "Syntax error";

  private final List<Path> tools;
  private final List<Path> classPath;
  private final CompileLimits limits;
  private CompileProcess process;

  /**
   * A compiler.
   *
   * @param classPath what exercises are compiled against: contract, EJML, and the stubs, which
   *     stand in for the exercises that a submission leaves out
   * @param limits what a submission may cost
   */
  public SubmissionCompiler(List<Path> classPath, CompileLimits limits) {
    this.tools = CodePlaces.ofCompiler();
    this.classPath = List.copyOf(classPath);
    this.limits = limits;
  }

  @Override
  public Map<String, CompiledFile> compile(Map<String, String> sources) throws IOException {
    Map<String, CompiledFile> files = new TreeMap<>();
    if (sources.isEmpty()) {
      return files;
    }
    try {
      files.putAll(files(sources, together(sources)));
    } catch (CompileProcess.Died e) {
      return eachAlone(sources);
    }
    for (CompiledFile file : List.copyOf(files.values())) {
      if (sources.size() > 1 && isPerhapsBrokenByOther(file)) {
        files.put(file.className(), better(file, alone(file.className(), sources)));
      }
    }
    return files;
  }

  /** Whether another file may be to blame, as it can't be for bad syntax. */
  private static boolean isPerhapsBrokenByOther(CompiledFile file) {
    return switch (file.status()) {
      case COMPILED -> false;
      case PARTLY -> file.problems().stream().anyMatch(p -> !p.message().startsWith(SYNTAX));
      default -> true;
    };
  }

  /** Another exercise that is broken must not break this one: against its stub it may compile. */
  private static CompiledFile better(CompiledFile together, CompiledFile alone) {
    boolean usable = alone.status() == Status.COMPILED || alone.status() == Status.PARTLY;
    boolean fewer =
        together.classes().isEmpty() || alone.problems().size() < together.problems().size();
    return usable && fewer ? alone : together;
  }

  private Map<String, CompiledFile> eachAlone(Map<String, String> sources) throws IOException {
    Map<String, CompiledFile> files = new TreeMap<>();
    int deaths = 0;
    for (String className : new TreeMap<>(sources).keySet()) {
      CompiledFile file =
          deaths < limits.deaths()
              ? alone(className, sources)
              : CompiledFile.failed(className, Status.CRASHED);
      boolean died = file.status() == Status.TIMED_OUT || file.status() == Status.CRASHED;
      deaths += died ? 1 : 0;
      files.put(className, file);
    }
    return files;
  }

  private CompiledFile alone(String className, Map<String, String> sources) throws IOException {
    Map<String, String> one = Map.of(className, sources.get(className));
    try {
      return files(one, together(one)).get(className);
    } catch (CompileProcess.Died e) {
      return CompiledFile.failed(className, e.status());
    }
  }

  private Reply together(Map<String, String> sources) throws IOException, CompileProcess.Died {
    if (process == null) {
      process = new CompileProcess(tools, classPath, limits);
    }
    try {
      Reply reply = process.compile(sources);
      if (reply.failed()) {
        throw new CompileProcess.Died(Status.CRASHED);
      }
      return reply;
    } catch (CompileProcess.Died e) {
      close();
      throw e;
    }
  }

  /** Which class came from which file stands in the class: the compile process runs no answers. */
  private static Map<String, CompiledFile> files(Map<String, String> sources, Reply reply) {
    Map<String, CompiledFile> files = new TreeMap<>();
    for (String className : sources.keySet()) {
      Map<String, byte[]> classes = new TreeMap<>();
      List<String> refused = new ArrayList<>();
      String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
      reply
          .classes()
          .forEach(
              (name, bytes) -> {
                if (!sourceFile(bytes).equals(file)) {
                  return;
                }
                if (AllowedNames.allows(className, name)) {
                  classes.put(name, bytes);
                } else if (!isOwnOfOther(sources, file, name)) {
                  refused.add(name);
                }
              });
      List<CompiledFile.Problem> problems =
          reply.problems().stream()
              .filter(p -> p.className().equals(className))
              .map(Reply.Located::problem)
              .toList();
      files.put(
          className,
          new CompiledFile(
              className, status(className, classes, problems), classes, problems, refused));
    }
    return files;
  }

  /** Two exercises in different packages may have files of one name. */
  private static boolean isOwnOfOther(Map<String, String> sources, String file, String name) {
    return sources.keySet().stream()
        .filter(other -> file.equals(other.substring(other.lastIndexOf('.') + 1) + ".java"))
        .anyMatch(other -> AllowedNames.allows(other, name));
  }

  private static Status status(
      String className, Map<String, byte[]> classes, List<CompiledFile.Problem> problems) {
    if (!classes.containsKey(className)) {
      return Status.NOT_COMPILED;
    }
    return problems.isEmpty() ? Status.COMPILED : Status.PARTLY;
  }

  private static String sourceFile(byte[] bytes) {
    String[] file = {""};
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visitSource(String source, String debug) {
                file[0] = source == null ? "" : source;
              }
            },
            ClassReader.SKIP_CODE);
    return file[0];
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
