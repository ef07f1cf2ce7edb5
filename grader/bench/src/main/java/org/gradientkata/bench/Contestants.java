package org.gradientkata.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who can take part.
 *
 * @param scripts the folder of this module
 * @param python a Python with NumPy
 * @param threads how many may multiply
 */
record Contestants(Path scripts, String python, int threads) {
  private static final String HEAP = "-Xmx512m";

  Contestant named(String name) throws IOException {
    return switch (name) {
      case "kit" -> kit(name, List.of());
      case "kit-vector" ->
          kit(name, List.of("-Dkata.blas=vector", "--add-modules", "jdk.incubator.vector"));
      case "kit-ejml" -> kit(name, List.of("-Dkata.blas=ejml"));
      case "numpy-plain", "numpy-tuned", "pytorch" ->
          new Contestant(
              name,
              List.of(python, scripts.resolve(name.replace('-', '_') + ".py").toString()),
              Map.of(
                  "OPENBLAS_NUM_THREADS", String.valueOf(threads),
                  "OMP_NUM_THREADS", String.valueOf(threads)));
      case "dl4j" -> deeplearning4j(name);
      default -> throw new IOException("--with: there is no '" + name + "'");
    };
  }

  private Contestant kit(String name, List<String> options) {
    List<String> command = new ArrayList<>(List.of(java(), HEAP));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments()); // as run gives them
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dkata.threads=" + threads,
            "-cp",
            System.getProperty("java.class.path"),
            KitEpochs.class.getName()));
    return new Contestant(name, command, Map.of("OPENBLAS_NUM_THREADS", "1"));
  }

  private Contestant deeplearning4j(String name) throws IOException {
    Path target = scripts.resolve("dl4j/target");
    Path libraries = target.resolve("dependencies.txt");
    if (!Files.exists(libraries)) {
      throw new IOException(
          "dl4j is not built: ./mvnw -q -Psolutions,bench -pl grader/bench/dl4j package");
    }
    String path = target.resolve("classes") + ":" + Files.readString(libraries).strip();
    return new Contestant(
        name,
        List.of(java(), "-Xmx2g", "-cp", path, "org.gradientkata.bench.dl4j.Dl4jEpochs"),
        Map.of("OMP_NUM_THREADS", String.valueOf(threads)));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
