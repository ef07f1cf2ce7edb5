import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures how many submissions a minute {@code kata grade} grades in the sandbox, against one
 * {@code mvn -q -o test} for each, both as many at a time, in turns; and the memory of all processes of
 * {@code kata grade} over time.
 *
 * <p>Run it in a full checkout, on folders that SubmissionMaker made: {@code java
 * grader/classroom/src/bench/java/GradeBenchmark.java SUBMISSIONS OUT [ROUNDS [MAVEN [PROCESSES]]]}.
 * Each of the ROUNDS (2) grades its share of the submissions, then MAVEN (2) submissions a process
 * with Maven in a handout each, PROCESSES (2) at a time. OUT gets {@code figures.json} and {@code
 * memory.csv}.
 */
public final class GradeBenchmark {
  private static final int PAGE = 4_096;
  private static final int SAMPLE_MILLIS = 250;

  private final Path root = Path.of("").toAbsolutePath();
  private final Path out;
  private final int processes;
  private final List<Sample> samples = new CopyOnWriteArrayList<>();
  private final long start = System.nanoTime();

  private record Sample(double seconds, long megabytes, int processes) {}

  private GradeBenchmark(Path out, int processes) {
    this.out = out;
    this.processes = processes;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: java GradeBenchmark.java SUBMISSIONS OUT [ROUNDS [MAVEN [PROCESSES]]]");
      System.exit(2);
    }
    Path out = Files.createDirectory(Path.of(args[1])).toAbsolutePath();
    GradeBenchmark benchmark = new GradeBenchmark(out, number(args, 4, 2));
    benchmark.run(Path.of(args[0]).toAbsolutePath(), number(args, 2, 2), number(args, 3, 2));
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private void run(Path submissions, int rounds, int maven) throws Exception {
    List<Path> all = children(submissions);
    List<Path> kits = handouts();
    List<Path> folders = all.stream().filter(Files::isDirectory).toList();
    double grading = 0;
    double testing = 0;
    int tested = 0;
    for (int round = 0; round < rounds; round++) {
      Path chunk = Files.createDirectories(out.resolve("chunk-" + round));
      for (int i = round; i < all.size(); i += rounds) {
        copy(all.get(i), chunk.resolve(all.get(i).getFileName()));
      }
      double graded = grade(chunk, round);
      grading += graded;
      List<List<Path>> shares = new ArrayList<>();
      for (int p = 0; p < processes; p++) {
        List<Path> share = new ArrayList<>();
        for (int i = 0; i < maven; i++) {
          share.add(folders.get((tested + p * maven + i) % folders.size()));
        }
        shares.add(share);
      }
      double mavens = test(kits, shares);
      testing += mavens;
      tested += processes * maven;
      System.out.printf(
          Locale.ROOT,
          "round %d: kata grade %d in %.1f s, mvn %d in %.1f s%n",
          round + 1, children(chunk).size(), graded, processes * maven, mavens);
    }
    report(all.size(), grading, tested, testing);
  }

  /** The launched handouts, one for each process, built once so that no run pays for it. */
  private List<Path> handouts() throws Exception {
    List<Path> kits = new ArrayList<>();
    for (int p = 0; p < processes; p++) {
      Path handout = out.resolve("handout-" + p);
      finish(start(root, out.resolve("handout.log"), root.resolve("kata").toString(), "handout",
          "--out=" + handout));
      Path kit = handout.resolve("learners");
      copy(kit.resolve("exercises/src"), kit.resolve("stubs"));
      start(kit, out.resolve("first-test.log"), "mvn", "-q", "-o", "test").waitFor();
      kits.add(kit);
    }
    return kits;
  }

  private double grade(Path chunk, int round) throws Exception {
    long before = System.nanoTime();
    Process kata = start(root, out.resolve("grade-" + round + ".log"),
        root.resolve("kata").toString(), "grade", chunk.toString(), "--require-sandbox", "--seed=7",
        "--jobs=" + processes, "--out=" + out.resolve("graded-" + round));
    while (kata.isAlive()) {
      sample(kata);
      TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
    }
    finish(kata);
    return (System.nanoTime() - before) / 1e9;
  }

  private double test(List<Path> kits, List<List<Path>> shares) throws Exception {
    long before = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < processes; p++) {
      Path kit = kits.get(p);
      List<Path> share = shares.get(p);
      Thread thread = new Thread(() -> share.forEach(submission -> test(kit, submission)));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return (System.nanoTime() - before) / 1e9;
  }

  private void test(Path kit, Path submission) {
    try {
      delete(kit.resolve("exercises/src"));
      copy(kit.resolve("stubs"), kit.resolve("exercises/src"));
      if (Files.exists(submission.resolve("exercises"))) {
        copy(submission.resolve("exercises"), kit.resolve("exercises"));
      }
      start(kit, kit.resolve("mvn.log"), "mvn", "-q", "-o", "test").waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sample(Process kata) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(kata.toHandle()), kata.descendants()).toList();
    long pages = 0;
    for (ProcessHandle process : all) {
      try {
        pages += Long.parseLong(
            Files.readString(Path.of("/proc/" + process.pid() + "/statm")).split(" ")[1]);
      } catch (IOException e) {
        // It has ended meanwhile.
      }
    }
    samples.add(new Sample((System.nanoTime() - start) / 1e9, pages * PAGE >> 20, all.size()));
  }

  private void report(int graded, double grading, int tested, double testing) throws IOException {
    StringBuilder csv = new StringBuilder("seconds,megabytes,processes\n");
    samples.forEach(
        s -> csv.append(String.format(Locale.ROOT, "%.2f,%d,%d%n", s.seconds, s.megabytes, s.processes)));
    Files.writeString(out.resolve("memory.csv"), csv);
    double gradedPerMinute = graded * 60 / grading;
    double testedPerMinute = tested * 60 / testing;
    int third = samples.size() / 3;
    String figures = String.format(Locale.ROOT, """
        {
          "processes": %d, "processors": %d, "java": "%s",
          "kata grade": {"submissions": %d, "seconds": %.1f, "per minute": %.2f},
          "mvn -q -o test": {"submissions": %d, "seconds": %.1f, "per minute": %.2f},
          "times as many": %.2f,
          "memory in MB": {"most": %d, "median of the first third": %d, "of the last third": %d}
        }
        """,
        processes, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
        graded, grading, gradedPerMinute, tested, testing, testedPerMinute,
        gradedPerMinute / testedPerMinute,
        samples.stream().mapToLong(Sample::megabytes).max().orElse(0),
        median(samples.subList(0, third)), median(samples.subList(samples.size() - third, samples.size())));
    Files.writeString(out.resolve("figures.json"), figures);
    System.out.print(figures);
  }

  private static long median(List<Sample> some) {
    long[] sorted = some.stream().mapToLong(Sample::megabytes).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static Process start(Path folder, Path log, String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static void finish(Process process) throws InterruptedException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          process.info().commandLine().orElse("a command") + " ended with " + process.exitValue());
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
