package org.gradientkata.classroom.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.suite.SourceCompiler;

/**
 * The compile process: takes sources from its input and gives class files to its output, until the
 * input ends. It stays warm from one submission to the next and never runs what it compiled.
 */
public final class CompileMain {
  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_MESSAGE = 500;
  private static final int LARGEST_REQUEST = 64 << 20;
  private static final long LOOK_FOR_PARENT_MILLIS = 1_000;

  private final Path work;
  private final SourceCompiler compiler;
  private final int mostBytes;

  private CompileMain(Path work, List<Path> classPath, int mostBytes) {
    this.work = work;
    this.compiler = new SourceCompiler(classPath);
    this.mostBytes = mostBytes;
  }

  /**
   * Serves one parent.
   *
   * @param args a folder to work in, the largest sum of class files in bytes, and the class path
   * @throws IOException if the parent can't be reached
   */
  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[0]);
    endWithParent(work);
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    List<Path> classPath = Arrays.stream(args).skip(2).map(Path::of).toList();
    CompileMain main = new CompileMain(work, classPath, Integer.parseInt(args[1]));
    try {
      for (Optional<Map<String, String>> next = request(in); next.isPresent(); next = request(in)) {
        main.reply(next.get()).write(out);
      }
    } finally {
      clear(work);
    }
  }

  private static Optional<Map<String, String>> request(DataInputStream in) throws IOException {
    int count;
    try {
      count = in.readInt();
    } catch (EOFException e) {
      return Optional.empty();
    }
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String name = Reply.readText(in, LARGEST_REQUEST);
      sources.put(name, Reply.readText(in, LARGEST_REQUEST));
    }
    return Optional.of(sources);
  }

  /** A compiler that overflows its stack, or meets what it can't handle, fails for this once. */
  private Reply reply(Map<String, String> sources) throws IOException {
    try {
      return compile(sources);
    } catch (RuntimeException | IOException | StackOverflowError e) {
      return Reply.failure();
    } finally {
      empty(work);
    }
  }

  private Reply compile(Map<String, String> sources) throws IOException {
    Map<Path, String> files = new TreeMap<>();
    for (Map.Entry<String, String> entry : sources.entrySet()) {
      Path file = work.resolve("source").resolve(entry.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue(), StandardCharsets.UTF_8);
      files.put(file.toAbsolutePath(), entry.getKey());
    }
    Path output = Files.createDirectories(work.resolve("classes"));
    List<SourceCompiler.Problem> found = compiler.compile(files.keySet(), output);
    List<Reply.Located> problems = new ArrayList<>();
    for (SourceCompiler.Problem p : found) {
      String owner = files.getOrDefault(p.file().toAbsolutePath(), "");
      long sofar = problems.stream().filter(q -> q.className().equals(owner)).count();
      if (sofar < MOST_PROBLEMS) {
        String message = p.message();
        String shown = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        problems.add(
            new Reply.Located(owner, new CompiledFile.Problem(p.line(), p.column(), shown)));
      }
    }
    return new Reply(false, classes(output), problems);
  }

  private Map<String, byte[]> classes(Path output) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        if (bytes > mostBytes) {
          throw new IOException("the class files are too large");
        }
        String name = output.relativize(file).toString().replace(java.io.File.separatorChar, '.');
        classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }

  /** The parent does so, unless it was killed. */
  private static void clear(Path work) {
    try {
      empty(work);
      Files.deleteIfExists(work);
    } catch (IOException | UncheckedIOException e) {
      // It is gone already, or somebody else is just at it.
    }
  }

  /** A compiler that is lost in a source would not notice that its input has ended. */
  private static void endWithParent(Path work) {
    ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
    Thread thread =
        new Thread(
            () -> {
              while (parent == null || parent.isAlive()) {
                try {
                  Thread.sleep(LOOK_FOR_PARENT_MILLIS);
                } catch (InterruptedException e) {
                  break;
                }
              }
              clear(work);
              Runtime.getRuntime().halt(1);
            },
            "parent");
    thread.setDaemon(true);
    thread.start();
  }
}
