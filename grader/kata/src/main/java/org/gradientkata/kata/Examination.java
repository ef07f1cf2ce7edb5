package org.gradientkata.kata;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.gradientkata.contract.Products;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.datasets.DatasetFinder;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.FoundFiles;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.Problem;
import org.gradientkata.datasets.Progress;
import org.gradientkata.kata.Finding.Grade;

/**
 * Looks at everything that the kit needs of its surroundings.
 *
 * @param kit the checkout
 * @param console where the commands print to
 */
record Examination(Kit kit, Console console) {
  private static final long ENOUGH_HEAP_MB = 900;

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    findings.add(memory());
    for (ImageSet set : ImageSet.values()) {
      findings.add(data(set));
    }
    findings.add(blas());
    findings.add(terminal());
    findings.add(language());
    findings.add(maven());
    for (String folder : List.of("", "exercises", "grader/kata/target", "runs")) {
      findings.add(writable(kit.root().resolve(folder)));
    }
    return findings;
  }

  /** The Eclipse compiler reads the platform's classes from the JDK: a JRE is not enough. */
  private static Finding jdk() {
    String seen =
        System.getProperty("java.version")
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("java.home");
    boolean compiler = ToolProvider.getSystemJavaCompiler() != null;
    return Finding.of(compiler ? Grade.GOOD : Grade.BAD, "jdk", seen);
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    String seen = Messages.get("doctor.memory.seen", heap, physicalMegabytes());
    return Finding.of(heap >= ENOUGH_HEAP_MB ? Grade.GOOD : Grade.WEAK, "memory", seen);
  }

  private static String physicalMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? String.valueOf(os.getTotalMemorySize() >> 20)
        : "?";
  }

  private static Finding data(ImageSet set) {
    String subject = Messages.get("doctor.data", set.title());
    try {
      Optional<FoundFiles> found = new DatasetFinder().onDisk(set);
      if (found.isPresent() && found.get().place() != FoundFiles.Place.CACHE) {
        // The files of all sets have the same names; only their content tells. Nothing is
        // downloaded.
        Datasets.load(set, Progress.NONE);
      }
      return found
          .map(files -> new Finding(Grade.GOOD, subject, files.origin(), ""))
          .orElseGet(
              () ->
                  new Finding(
                      Grade.WEAK,
                      subject,
                      Messages.get("doctor.data.none"),
                      Messages.get("doctor.data.remedy")));
    } catch (DatasetException e) {
      // Who has one set need not have the other.
      boolean other = e.problem() == Problem.WRONG_SET;
      return new Finding(other ? Grade.WEAK : Grade.BAD, subject, e.getMessage(), "");
    }
  }

  private static Finding blas() {
    String backend = Products.backend();
    return Finding.of(backend.equals("ejml") ? Grade.WEAK : Grade.GOOD, "blas", backend);
  }

  private Finding terminal() {
    String seen =
        Messages.get(
            "doctor.terminal.seen",
            Messages.get(console.terminal() ? "yes" : "no"),
            console.columns(),
            Messages.get(console.color() ? "yes" : "no"));
    return new Finding(Grade.GOOD, Messages.get("doctor.terminal"), seen, "");
  }

  private static Finding language() {
    String seen =
        Messages.get(
            "doctor.language.seen",
            org.gradientkata.suite.Texts.locale().getLanguage(),
            System.getProperty("sun.jnu.encoding"));
    boolean names = System.getProperty("sun.jnu.encoding", "").startsWith("ANSI");
    return Finding.of(names ? Grade.WEAK : Grade.GOOD, "language", seen);
  }

  private Finding maven() {
    boolean wrapper = Files.exists(kit.root().resolve("mvnw"));
    return Finding.of(
        wrapper ? Grade.GOOD : Grade.WEAK, "maven", wrapper ? "./mvnw" : Messages.get("no"));
  }

  /** Asking the file system isn't enough on Windows and on network drives: a file is made. */
  private Finding writable(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    String seen = folder.toString();
    try {
      Files.delete(Files.createTempFile(existing, ".kata", ".tmp"));
      return Finding.of(Grade.GOOD, "write", seen);
    } catch (java.io.IOException e) {
      return Finding.of(Grade.BAD, "write", seen);
    }
  }
}
