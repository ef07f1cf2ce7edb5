package org.gradientkata.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.ManifestJson;
import org.gradientkata.suite.StubHistory;

/**
 * Cuts everything that is cut: the stubs, the compiled twins, the list of places that a learner
 * fills in, and the manifest of the tests. An author's command, never part of a learner's build.
 */
public final class Cut {
  private final KitTree tree;
  private final VariantCompiler variants;

  /**
   * A cut of a checkout.
   *
   * @param root the folder of the parent pom
   * @param classPath what the solutions compile against, and the solutions' own classes
   */
  public Cut(Path root, List<Path> classPath) {
    this.tree = new KitTree(root);
    this.variants = new VariantCompiler(tree, classPath);
  }

  /**
   * Everything that is cut.
   *
   * @return the bytes of each file
   * @throws AuthorException if a solution or a variant is malformed
   */
  public Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new TreeMap<>();
    StringBuilder places =
        new StringBuilder("# Cut from the solutions: class = exercise, methods to write\n");
    Map<String, byte[]> stubs = new TreeMap<>();
    List<String> history = new ArrayList<>();
    for (Path solution : tree.solutions()) {
      String classPath = tree.classPathOf(solution);
      MarkedSource source = tree.source(solution);
      String stub = StubCutter.cut(source);
      files.put(tree.stub(classPath), utf8(stub));
      stubs.put(tree.editedFile(classPath), utf8(stub));
      history.add(StubHistory.line(tree.editedFile(classPath), stub));
      long answers =
          source.regions().values().stream()
              .filter(r -> r.kind() == MarkedSource.Kind.ANSWER)
              .count();
      places.append(classPath.replace('/', '.')).append(" = ");
      places.append(source.exercise()).append(", ").append(answers).append('\n');
      byte[] zip = variants.zip(variants.compile(solution));
      String simpleName = classPath.substring(classPath.lastIndexOf('/') + 1);
      files.put(tree.suiteResources().resolve("twins/" + simpleName + ".zip"), zip);
    }
    files.put(tree.suiteResources().resolve("places.properties"), utf8(places.toString()));
    files.put(tree.kataResources().resolve("stubs.zip"), StoredZip.of(stubs));
    Path past = tree.suiteResources().resolve("stub-history.txt");
    String before = Files.exists(past) ? KitTree.read(past) : "";
    files.put(past, utf8(StubHistory.with(before, history)));
    String manifest = ManifestJson.of(Manifest.read(Cut.class.getClassLoader()));
    files.put(tree.manifest(), utf8(manifest));
    return files;
  }

  /**
   * Writes what differs from the checkout.
   *
   * @return the files written
   */
  public List<Path> write() {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<Path, byte[]> file : files().entrySet()) {
      if (!isAsCut(file.getKey(), file.getValue())) {
        write(file.getKey(), file.getValue());
        written.add(file.getKey());
      }
    }
    return written;
  }

  /**
   * What a cut would change, and what lies there that no solution cuts.
   *
   * @return the files; empty if the checkout is as cut
   */
  public List<Path> differences() {
    Map<Path, byte[]> files = files();
    List<Path> different = new ArrayList<>();
    files.forEach(
        (path, bytes) -> {
          if (!isAsCut(path, bytes)) {
            different.add(path);
          }
        });
    for (Path folder :
        List.of(tree.root().resolve("exercises/src"), tree.suiteResources().resolve("twins"))) {
      different.addAll(below(folder).stream().filter(f -> !files.containsKey(f)).toList());
    }
    return different;
  }

  private static boolean isAsCut(Path path, byte[] bytes) {
    try {
      return Files.exists(path) && Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, byte[] bytes) {
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
