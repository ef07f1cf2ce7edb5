package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with nothing but exercise 01.
 *
 * @param root its folder
 */
record SmallCheckout(Path root) {
  private static final String SIGMOID = "src/main/java/org/gradientkata/activation/Sigmoid.java";
  private static final String VARIANTS =
      "src/variants/org/gradientkata/activation/Sigmoid.variants";

  /** Makes one, with the stub untouched. */
  static SmallCheckout in(Path folder) throws IOException {
    Path real = Kit.here().root();
    SmallCheckout checkout = new SmallCheckout(folder.toRealPath());
    for (String file :
        List.of(
            "exercises/pom.xml",
            "exercises/" + SIGMOID,
            "solutions/" + SIGMOID,
            "solutions/" + VARIANTS)) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(real.resolve(file), copy);
    }
    return checkout;
  }

  Path stub() {
    return root.resolve("exercises").resolve(SIGMOID);
  }

  Path solution() {
    return root.resolve("solutions").resolve(SIGMOID);
  }

  /** Writes the reference answer in place of the stub, with one change. */
  void answer(String from, String to) throws IOException {
    String text = Files.readString(solution());
    if (!text.contains(from)) {
      throw new IllegalArgumentException("the solution doesn't contain " + from);
    }
    Files.writeString(stub(), text.replace(from, to));
  }

  /** Runs a command in a JVM of its own, as the launcher would; nothing is typed. */
  CommandRun run(String... args) throws IOException, InterruptedException {
    return runTyping("", args);
  }

  /** A command in a JVM of its own, as the launcher would start it. */
  List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dkata.lang=en"));
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-Dkata.root=" + root, "-Dkata.cwd=" + root, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Kata.class.getName());
    command.addAll(List.of(args));
    return command;
  }

  /** Runs a command and types something. */
  CommandRun runTyping(String typed, String... args) throws IOException, InterruptedException {
    Path in = root.resolve("in.txt");
    Files.writeString(in, typed);
    Path out = root.resolve("out.txt");
    Path err = root.resolve("err.txt");
    List<String> command = command(args);
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + command);
    }
    return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
