import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures {@code kata watch} from outside: saves a file and waits until the verdict has come out of
 * the process. The time runs from before the file is written until the verdict's line is read.
 *
 * <p>Run it in a checkout: {@code java grader/kata/src/bench/java/WatchBenchmark.java [rounds]}. It
 * works on a copy of the checkout, in which all exercises are solved; each round breaks one of them
 * and mends it again.
 */
public final class WatchBenchmark {
  private static final Map<String, String> EXERCISES = new LinkedHashMap<>();

  static {
    EXERCISES.put("01 sigmoid", "activation/Sigmoid");
    EXERCISES.put("07 affine", "layer/Affine");
    EXERCISES.put("11 batch-normalization", "layer/BatchNormalization");
    EXERCISES.put("16 lstm-cell", "recurrent/LstmCell");
    EXERCISES.put("22 multi-layer-net", "network/MultiLayerNet");
  }

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Path copy;

  private WatchBenchmark(Path copy) {
    this.copy = copy;
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    Path root = Path.of("").toAbsolutePath();
    Path copy = Files.createTempDirectory("watch-benchmark");
    WatchBenchmark benchmark = new WatchBenchmark(copy);
    try {
      benchmark.prepare(root);
      benchmark.measure(root, rounds);
    } finally {
      delete(copy);
    }
  }

  private void prepare(Path root) throws IOException {
    copy(root.resolve("solutions/src/main/java"), copy.resolve("exercises/src/main/java"));
    Files.copy(root.resolve("exercises/pom.xml"), copy.resolve("exercises/pom.xml"));
    Files.copy(
        root.resolve("solutions/quiz-answers.yaml"), copy.resolve("exercises/quiz-answers.yaml"));
  }

  private void measure(Path root, int rounds) throws Exception {
    List<String> command =
        List.of(root.resolve("kata").toString(), "watch", "--lang=en", "-Dkata.root=" + copy);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try {
      Thread reader = new Thread(() -> read(process));
      reader.setDaemon(true);
      reader.start();
      // Time to grade all exercises once and to warm the worker in reserve.
      TimeUnit.SECONDS.sleep(15);
      Map<String, List<Long>> times = new LinkedHashMap<>();
      Random pauses = new Random(6);
      for (int round = 0; round <= rounds; round++) {
        for (Map.Entry<String, String> each : EXERCISES.entrySet()) {
          Path file =
              copy.resolve("exercises/src/main/java/org/gradientkata/" + each.getValue() + ".java");
          String right = Files.readString(file);
          int place = right.lastIndexOf("    return ");
          String broken = right.substring(0, place) + "    retrun " + right.substring(place + 11);
          long first = save(file, broken, "✘ " + each.getKey());
          TimeUnit.MILLISECONDS.sleep(200 + pauses.nextInt(300));
          long second = save(file, right, "✔ " + each.getKey());
          TimeUnit.MILLISECONDS.sleep(200 + pauses.nextInt(300));
          if (round > 0) {
            times.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(first);
            times.get(each.getKey()).add(second);
          }
        }
      }
      report(times);
    } finally {
      process.destroy();
    }
  }

  private void read(Process process) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("");
    }
  }

  private long save(Path file, String text, String verdict) throws Exception {
    lines.clear();
    Path unfinished = copy.resolve("unfinished");
    Files.writeString(unfinished, text);
    long start = System.nanoTime();
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    while (true) {
      String line = lines.poll(30, TimeUnit.SECONDS);
      if (line == null) {
        throw new IllegalStateException("no verdict on " + verdict);
      }
      if (line.startsWith(verdict)) {
        return (System.nanoTime() - start) / 1_000_000;
      }
    }
  }

  private static void report(Map<String, List<Long>> times) {
    List<Long> all = new ArrayList<>();
    times.values().forEach(all::addAll);
    times.forEach((exercise, of) -> System.out.println(line(exercise, of)));
    System.out.println(line("all", all));
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, %d saves%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        all.size());
  }

  private static String line(String name, List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    long median = sorted.get(sorted.size() / 2);
    long most = sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100));
    long worst = sorted.get(sorted.size() - 1);
    return String.format(
        Locale.ROOT, "%-24s median %4d ms   95 %% %4d ms   worst %4d ms", name, median, most, worst);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
