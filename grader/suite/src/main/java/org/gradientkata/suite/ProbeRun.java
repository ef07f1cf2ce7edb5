package org.gradientkata.suite;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;

/**
 * Runs the probes of an exercise on some set of classes: the answer as it stands on the class path,
 * or with a few classes replaced by others of the same names.
 */
public final class ProbeRun {
  private static final long DEADLINE_MILLIS = 5_000;
  private static final long[] SEEDS = {11, 12, 13};

  private final Probes probes;
  private final Replacing loader;
  private final Map<String, Optional<List<double[]>>> known = new HashMap<>();

  private ProbeRun(Probes probes, Replacing loader) {
    this.probes = probes;
    this.loader = loader;
  }

  /**
   * Probes for the answer that is being graded.
   *
   * @param exercise the annotation of the exercise's test class
   * @return empty if the exercise has no probes
   */
  public static Optional<ProbeRun> ofAnswer(Exercise exercise) {
    return load(exercise, Map.of());
  }

  /**
   * Probes for an answer of which some classes are replaced.
   *
   * @param exercise the annotation of the exercise's test class
   * @param replaced class files by class name
   * @return empty if the exercise has no probes
   */
  public static Optional<ProbeRun> with(Exercise exercise, Map<String, byte[]> replaced) {
    return load(exercise, replaced);
  }

  /**
   * The probes.
   *
   * @return by class and method
   */
  public Map<String, Probe> probes() {
    return probes.all();
  }

  /**
   * The numbers of one probe, for every seed; statistics are many draws already, and are taken
   * once.
   *
   * @param name class and method
   * @return empty if there is no such probe, or the answer hit a stub, threw, or didn't end in time
   */
  public Optional<List<double[]>> numbers(String name) {
    return known.computeIfAbsent(
        name,
        key -> {
          Probe probe = probes.all().get(name);
          return probe == null
              ? Optional.empty()
              : numbers(probe, probe.isExact() ? SEEDS : new long[] {SEEDS[0]});
        });
  }

  /** Whether anything that has run so far was one of the answer's classes. */
  boolean hasMetTheAnswer() {
    return loader.metTheAnswer;
  }

  /**
   * The numbers of a probe for inputs of one's own choice.
   *
   * @param probe one of {@link #probes}
   * @param seeds of the inputs
   * @return a row for each seed; empty as above
   */
  static Optional<List<double[]>> numbers(Probe probe, long... seeds) {
    List<double[]> numbers = new ArrayList<>();
    NotStarted.takeLatest();
    Optional<Thrown> thrown =
        Deadline.runSilently(
            () -> {
              for (long seed : seeds) {
                numbers.add(probe.numbers().apply(new RandomSource(seed)));
              }
            },
            DEADLINE_MILLIS);
    boolean stub = NotStarted.takeLatest() != null;
    return thrown.isPresent() || stub ? Optional.empty() : Optional.of(numbers);
  }

  private static Optional<ProbeRun> load(Exercise exercise, Map<String, byte[]> replaced) {
    if (exercise.answers().length == 0) {
      return Optional.empty();
    }
    String name = Catalogue.testClass(exercise.value()).replaceAll("Test$", "Probes");
    Replacing loader = new Replacing(exercise.answers()[0].getClassLoader(), name, replaced);
    try {
      Object probes = loader.loadClass(name).getConstructor().newInstance();
      return Optional.of(new ProbeRun((Probes) probes, loader));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Defines the probes' class and the replaced classes anew, and leaves the rest to its parent. */
  private static final class Replacing extends ClassLoader {
    private static final List<String> NEVER_ANSWERS =
        List.of(
            "org.gradientkata.contract.", "org.gradientkata.suite.", "org.gradientkata.datasets.");

    private final String probes;
    private final Map<String, byte[]> replaced;

    /** The JVM asks a loader for each class that its classes use, when they first do. */
    private volatile boolean metTheAnswer;

    Replacing(ClassLoader parent, String probes, Map<String, byte[]> replaced) {
      super(parent);
      this.probes = probes;
      this.replaced = new HashMap<>(replaced);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean own =
            replaced.containsKey(name) || name.equals(probes) || name.startsWith(probes + "$");
        if (!own) {
          metTheAnswer |= mayMeetTheAnswer(name);
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    /** A class of the answer, or one of the tests', which looks for answers by itself. */
    private static boolean mayMeetTheAnswer(String name) {
      return name.startsWith("org.gradientkata.")
          && NEVER_ANSWERS.stream().noneMatch(name::startsWith);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      byte[] bytes = replaced.get(name);
      if (bytes == null) {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          if (in == null) {
            throw new ClassNotFoundException(name);
          }
          bytes = in.readAllBytes();
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
