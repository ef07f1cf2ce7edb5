import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes submissions of a class that never was: some methods solved, some wrong as learners are wrong
 * (the known-wrong twins), some broken, the rest not started; most in folders, some in zips, a few
 * empty. The same seed makes the same submissions.
 *
 * <p>Run it in a full checkout: {@code java grader/classroom/src/bench/java/SubmissionMaker.java N
 * OUT [SEED [unlike]]}. OUT must not exist yet. With {@code unlike} no two learners wrote the same
 * code, so that the grader must judge every single answer: more than any real class asks of it.
 */
public final class SubmissionMaker {
  private static final Pattern BANNER =
      Pattern.compile("// SOLUTION of exercise (\\d\\d [a-z0-9-]+)\\..*");
  private static final Pattern ANSWER = Pattern.compile("\\s*// answer (\\w+)");
  private static final Pattern MARKER = Pattern.compile("\\s*// (helper \\w+|end)");
  private static final Pattern TWIN = Pattern.compile("== twin (\\w+) [a-z0-9-]+");
  private static final Pattern REGION = Pattern.compile("-- (\\w+)");
  private static final String SHEET = "exercises/quiz-answers.yaml";

  private final Path root;
  private final boolean unlike;
  private final Map<Path, String> solutions = new TreeMap<>();
  private final Map<Path, List<Map<String, String>>> twins = new TreeMap<>();
  private final Map<String, Integer> made = new TreeMap<>();

  private SubmissionMaker(Path root, boolean unlike) {
    this.root = root;
    this.unlike = unlike;
  }

  public static void main(String[] args) throws IOException {
    boolean unlike = args.length == 4 && args[3].equals("unlike");
    if (args.length < 2 || args.length > (unlike ? 4 : 3)) {
      System.err.println("usage: java SubmissionMaker.java N OUT [SEED [unlike]]");
      System.exit(2);
    }
    int count = Integer.parseInt(args[0]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path out = Files.createDirectory(Path.of(args[1]));
    SubmissionMaker maker = new SubmissionMaker(Path.of("").toAbsolutePath(), unlike);
    maker.read();
    for (int i = 1; i <= count; i++) {
      maker.make(out, String.format("learner-%05d", i), new Random(seed * 1_000_003 + i));
    }
    System.out.println(count + " submissions in " + out + ", methods: " + maker.made);
  }

  private void read() throws IOException {
    Path sources = root.resolve("solutions/src/main/java");
    for (Path file : files(sources)) {
      String text = Files.readString(file);
      if (BANNER.matcher(text.lines().findFirst().orElse("")).matches()) {
        Path path = sources.relativize(file);
        solutions.put(path, text);
        twins.put(path, twinsOf(path));
      }
    }
    if (solutions.isEmpty()) {
      throw new IOException(sources + " has no solutions: run this in a full checkout");
    }
  }

  private List<Map<String, String>> twinsOf(Path path) throws IOException {
    Path file =
        root.resolve("solutions/src/variants")
            .resolve(path.toString().replace(".java", ".variants"));
    List<Map<String, String>> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return all;
    }
    boolean inTwin = false;
    String region = null;
    for (String line : Files.readAllLines(file)) {
      Matcher name = REGION.matcher(line);
      if (line.startsWith("== ")) {
        inTwin = TWIN.matcher(line).matches();
        region = null;
        if (inTwin) {
          all.add(new LinkedHashMap<>());
        }
      } else if (name.matches()) {
        region = name.group(1);
      } else if (inTwin && region != null) {
        all.get(all.size() - 1).merge(region, line + "\n", String::concat);
      }
    }
    return all;
  }

  private void make(Path out, String name, Random random) throws IOException {
    Map<String, String> files = new TreeMap<>();
    // Most people get some way, a few get to the end, a few don't begin.
    double reached = Math.min(1, Math.max(0, 0.75 + 0.35 * random.nextGaussian()));
    for (Map.Entry<Path, String> solution : solutions.entrySet()) {
      String id = exercise(solution.getValue());
      boolean begun = (Integer.parseInt(id.substring(0, 2)) - 1) / 23.0 < reached;
      String text = mixed(solution.getKey(), solution.getValue(), begun, random);
      files.put("exercises/src/main/java/" + solution.getKey(), text);
    }
    if (random.nextInt(3) > 0) {
      files.put(SHEET, Files.readString(root.resolve("solutions/quiz-answers.yaml")));
    }
    if (random.nextInt(40) == 0) {
      files.clear();
    }
    if (random.nextInt(4) == 0) {
      zip(out.resolve(name + ".zip"), files);
    } else {
      Files.createDirectory(out.resolve(name));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = out.resolve(name).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
  }

  /** A file with some of its methods solved, and so on. */
  private String mixed(Path path, String solution, boolean begun, Random random)
      throws IOException {
    if (!begun) {
      count("not begun");
      return Files.readString(root.resolve("exercises/src/main/java").resolve(path));
    }
    if (random.nextInt(80) == 0) {
      count("empty file");
      return "";
    }
    List<Map<String, String>> wrong = twins.get(path);
    Map<String, String> twin =
        !wrong.isEmpty() && random.nextInt(5) == 0
            ? wrong.get(random.nextInt(wrong.size()))
            : Map.of();
    StringBuilder text = new StringBuilder();
    boolean replaced = false;
    for (String line : solution.lines().toList()) {
      Matcher answer = ANSWER.matcher(line);
      if (answer.matches()) {
        String region = answer.group(1);
        if (twin.containsKey(region)) {
          count("wrong");
          text.append(twin.get(region));
          replaced = true;
        } else if (random.nextInt(30) == 0) {
          count("not started");
          text.append("throw new org.gradientkata.contract.NotStarted(\"");
          text.append(exercise(solution)).append("\");\n");
          replaced = true;
        } else if (random.nextInt(30) == 0) {
          count("broken");
          text.append("int answer = ;\n");
        } else {
          count("solved");
        }
      } else if (MARKER.matcher(line).matches()) {
        replaced = false;
      } else if (!replaced && !line.startsWith("// ")) {
        text.append(line).append('\n');
      }
    }
    if (unlike) {
      String constant = "private static final long OWN = " + random.nextLong() + "L;\n";
      text.insert(text.lastIndexOf("}"), constant);
    }
    return text.toString();
  }

  private void count(String what) {
    made.merge(what, 1, Integer::sum);
  }

  private static String exercise(String solution) {
    Matcher banner = BANNER.matcher(solution.lines().findFirst().orElseThrow());
    if (!banner.matches()) {
      throw new IllegalStateException("no banner: " + banner);
    }
    return banner.group(1);
  }

  private static void zip(Path out, Map<String, String> files) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(out);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(946_728_000_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<Path> files(Path start) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
