package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Finds the ways of multiplying that this machine has: {@code native}, a BLAS library; {@code
 * vector}, the JDK's Vector API; {@code ejml}, plain Java.
 */
final class Backends {
  /** Kept, so that its level stays: netlib announces its choice, and what it didn't find. */
  private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib.blas");

  private Backends() {}

  /** All that are there, the fastest first. */
  static List<Backend> available() {
    NETLIB.setLevel(Level.OFF);
    return Stream.of(
            find("native", Backends::nativeBlas, Tiling::ofOpenBlas),
            find("vector", Backends::vectorBlas, () -> Tiling.LARGE),
            Optional.of((Backend) new EjmlBackend()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The one asked for, else the fastest.
   *
   * @param wanted a name, or null
   * @throws IllegalArgumentException if the one asked for isn't there
   */
  static Backend choose(String wanted) {
    if ("ejml".equals(wanted)) {
      return new EjmlBackend(); // without a look at libraries that nobody asked for
    }
    List<Backend> available = available();
    return available.stream()
        .filter(b -> wanted == null || b.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kata.blas is '"
                        + wanted
                        + "', but this machine has "
                        + available.stream().map(Backend::name).toList()));
  }

  private static BLAS nativeBlas() {
    ServiceLoader.load(BlasLibrary.class, Backends.class.getClassLoader())
        .forEach(BlasLibrary::provide);
    return NativeBLAS.getInstance();
  }

  private static BLAS vectorBlas() {
    JavaBLAS java = JavaBLAS.getInstance();
    return java.getClass().getSimpleName().equals("VectorBLAS") ? java : null;
  }

  private static Optional<Backend> find(
      String name, Supplier<BLAS> library, Supplier<Tiling> tiling) {
    try {
      return Optional.ofNullable(library.get())
          .map(blas -> new BlasBackend(name, blas, tiling.get()));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // not on this machine: the next one is slower, but right
    }
  }
}
