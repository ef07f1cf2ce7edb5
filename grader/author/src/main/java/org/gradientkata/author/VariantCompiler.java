package org.gradientkata.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.suite.ScratchFolder;
import org.gradientkata.suite.SourceCompiler;

/** Compiles the variants of a class, each under the class's own name. */
public final class VariantCompiler {
  private final KitTree tree;
  private final SourceCompiler compiler;

  VariantCompiler(KitTree tree, List<Path> classPath) {
    this.tree = tree;
    this.compiler = new SourceCompiler(classPath);
  }

  /**
   * Compiles all variants of a solved class.
   *
   * @param solution the solved class
   * @return for each variant the class files by their path, such as {@code
   *     org/gradientkata/layer/Affine.class}
   * @throws AuthorException if a variant is malformed or doesn't compile
   */
  Map<Variant, Map<String, byte[]>> compile(Path solution) {
    String classPath = tree.classPathOf(solution);
    Path file = tree.variants(classPath);
    Map<Variant, Map<String, byte[]>> compiled = new LinkedHashMap<>();
    MarkedSource source = tree.source(solution);
    for (Variant variant : tree.variantsOf(solution)) {
      compiled.put(variant, compile(file, classPath, variant.name(), variant.apply(source)));
    }
    return compiled;
  }

  /**
   * The twins and conventions of a class as the suite carries them; the same input, the same bytes.
   */
  byte[] zip(Map<Variant, Map<String, byte[]>> compiled) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    compiled.forEach(
        (v, classFiles) -> {
          String kind = v.kind().name().toLowerCase(java.util.Locale.ROOT);
          String folder = String.join("/", kind, v.method(), v.name()) + "/";
          if (v.kind() != Variant.Kind.RIGHT) {
            classFiles.forEach((name, bytes) -> files.put(folder + name, bytes));
          }
        });
    return StoredZip.of(files);
  }

  private Map<String, byte[]> compile(Path file, String classPath, String name, String text) {
    try (ScratchFolder scratch = ScratchFolder.make("variant")) {
      Path work = scratch.path();
      Path java = work.resolve("source").resolve(classPath + ".java");
      Files.createDirectories(java.getParent());
      Files.writeString(java, text, StandardCharsets.UTF_8);
      Path output = work.resolve("classes");
      List<SourceCompiler.Problem> problems = compiler.compile(List.of(java), output);
      if (!problems.isEmpty()) {
        throw new AuthorException(
            file + ": '" + name + "' doesn't compile: " + problems.get(0).message());
      }
      return classFiles(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> classFiles(Path folder) throws IOException {
    Map<String, byte[]> result = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        result.put(folder.relativize(f).toString().replace('\\', '/'), Files.readAllBytes(f));
      }
    }
    return result;
  }
}
