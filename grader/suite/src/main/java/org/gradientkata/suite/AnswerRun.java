package org.gradientkata.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Grades an answer set that isn't the one on the class path: the tests are loaded anew, together
 * with the given classes, for each grading. Behind proxies there is no answer's class among them;
 * then they are loaded once, so that one class after another can be graded at full speed.
 */
public final class AnswerRun implements AutoCloseable {
  private final List<Path> classes;
  private final Optional<Loader> kept;

  /** What this run's classes compute for the inputs of {@link #differences}, by probe and seeds. */
  private final Map<String, Optional<List<double[]>>> computed = new HashMap<>();

  private Set<String> limited = Set.of();

  /**
   * A run over an answer set.
   *
   * @param classes folders and jars of classes: those of the answer first, then those of the tests;
   *     what they hold is taken before what is on the class path
   */
  public AnswerRun(List<Path> classes) {
    this.classes = List.copyOf(classes);
    this.kept = Optional.empty();
  }

  /**
   * Runs in which other classes stand in for the answers: they are called, and the answer's files
   * are only read, for the rules and for what is written. The files may change from one grading to
   * the next, the tests and proxies stay.
   *
   * @param classes folders and jars as above
   * @param proxies class files by name, taken before all others
   */
  public AnswerRun(List<Path> classes, Map<String, byte[]> proxies) {
    this.classes = List.copyOf(classes);
    this.kept = Optional.of(new Loader(classes, Map.copyOf(proxies)));
  }

  /**
   * Runs the tests of some exercises.
   *
   * @param exercises numbers and names
   * @return the standing of each, in the order of the exercises
   */
  public List<Standing> grade(List<String> exercises) {
    return grade(exercises, Set.of());
  }

  /**
   * Runs the tests of some exercises, knowing what earlier runs have found.
   *
   * @param exercises numbers and names
   * @param failing exercises in which something is known to be wrong: what builds on them waits for
   *     them, as if they had been graded in the same run
   * @return the standing of each, in the order of the exercises
   */
  public List<Standing> grade(List<String> exercises, Set<String> failing) {
    return run(exercises, Results.knowing(failing));
  }

  /**
   * Runs the tests of an exercise until the first one that fails, for those who only ask whether
   * any does.
   *
   * @param exercise number and name
   * @return its standing after the tests that ran, without a diagnosis
   */
  public Standing gradeUntilFailure(String exercise) {
    return run(List.of(exercise), Results.untilFailure()).get(0);
  }

  /**
   * The exercises of the last grading of which a test used up its time, its memory or its stack.
   * Where such a limit lies may depend on what ran before, and on the machine.
   *
   * @return numbers and names
   */
  public Set<String> limited() {
    return limited;
  }

  /**
   * The methods in which an answer computes something else than another, for inputs that nobody has
   * seen, since they are drawn for this call. Statistics of random numbers are left out: two right
   * answers may draw in another order. Both runs must have been made with proxies, even if with
   * none.
   *
   * @param right what computes right
   * @param exercise number and name
   * @param seeds of the inputs
   * @return names of probes, such as {@code Affine.forward}; also those in which the answer threw
   *     or didn't end in time
   */
  public List<String> differences(AnswerRun right, String exercise, long... seeds) {
    Grading.resume(exercise);
    Map<String, Probe> asked = probes(exercise);
    Map<String, Probe> known = right.probes(exercise);
    return asked.keySet().stream()
        .filter(name -> asked.get(name).isExact())
        .filter(
            name -> {
              Optional<List<double[]>> expected = right.computed(name, known.get(name), seeds);
              Optional<List<double[]>> seen = ProbeRun.numbers(asked.get(name), seeds);
              return seen.isEmpty() || !asked.get(name).agree(seen.get(), expected.orElseThrow());
            })
        .sorted()
        .toList();
  }

  /** The same for every learner of a class, so computed once. */
  private Optional<List<double[]>> computed(String name, Probe probe, long... seeds) {
    return computed.computeIfAbsent(
        name + Arrays.toString(seeds), key -> ProbeRun.numbers(probe, seeds));
  }

  private Map<String, Probe> probes(String exercise) {
    try {
      Class<?> tests = kept.orElseThrow().loadClass(Catalogue.testClass(exercise));
      return ProbeRun.ofAnswer(tests.getAnnotation(Exercise.class))
          .map(ProbeRun::probes)
          .orElse(Map.of());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the tests aren't among " + classes, e);
    }
  }

  private List<Standing> run(List<String> exercises, Results results) {
    if (kept.isPresent()) {
      return run(exercises, kept.get(), results);
    }
    try (Loader loader = new Loader(classes, Map.of())) {
      return run(exercises, loader, results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Standing> run(List<String> exercises, Loader loader, Results results) {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    try {
      for (String exercise : exercises) {
        request.selectors(selectClass(loader.loadClass(Catalogue.testClass(exercise))));
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the tests aren't among " + classes, e);
    }
    return run(request.build(), loader, results);
  }

  private List<Standing> run(
      LauncherDiscoveryRequest request, ClassLoader loader, Results results) {
    LauncherConfig quiet =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    Results resultsBefore = Results.startRun(results);
    try {
      LauncherFactory.create(quiet).execute(request);
      limited = results.limited();
      return results.standings();
    } finally {
      Results.resume(resultsBefore);
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** Lets go of the tests' classes, if they were kept. */
  @Override
  public void close() {
    try {
      if (kept.isPresent()) {
        kept.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks among its own classes first. */
  private static final class Loader extends URLClassLoader {
    private final Map<String, byte[]> proxies;

    Loader(List<Path> classes, Map<String, byte[]> proxies) {
      super(
          classes.stream().map(Loader::url).toArray(URL[]::new), AnswerRun.class.getClassLoader());
      this.proxies = proxies;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] proxy = proxies.get(name);
        if (proxy != null) {
          return defineClass(name, proxy, 0, proxy.length);
        }
        if (findResource(name.replace('.', '/') + ".class") == null) {
          return super.loadClass(name, resolve);
        }
        return findClass(name);
      }
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own != null ? own : super.getResource(name);
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
