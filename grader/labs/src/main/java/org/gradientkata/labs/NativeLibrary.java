package org.gradientkata.labs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.gradientkata.contract.BlasLibrary;

/**
 * Brings an OpenBLAS with it, so that training is fast on a machine where nothing is installed. The
 * library comes as a Maven dependency for the platforms that have one, and is unpacked once into
 * the user's cache.
 */
public final class NativeLibrary implements BlasLibrary {
  /** Where the products' BLAS looks for a library; a user may have set it. */
  static final String PATH = "dev.ludovic.netlib.blas.nativeLibPath";

  /** For the products, which find it as a service. */
  public NativeLibrary() {}

  /**
   * Names the library to the matrix products. Does nothing where a library is named already, none
   * is wanted, or none fits the platform, as the products then find another way.
   */
  @Override
  public void provide() {
    boolean wanted = "native".equals(System.getProperty("kata.blas", "native"));
    if (System.getProperty(PATH) != null || !wanted) {
      return;
    }
    try {
      openblas_nolapack.blas_set_num_threads(1); // the products bring helpers that don't spin
      Path loaded = Path.of(Loader.load(openblas_nolapack.class));
      besides(loaded).ifPresent(library -> System.setProperty(PATH, library.toString()));
    } catch (Exception | LinkageError e) {
      return; // none for this platform: slower, but right
    }
  }

  /** JavaCPP loads a bridge of its own; the BLAS itself lies beside it, under its full name. */
  private static Optional<Path> besides(Path bridge) throws IOException {
    try (Stream<Path> files = Files.list(bridge.getParent())) {
      return files
          .filter(f -> f.getFileName().toString().matches("(lib)?openblas_nolapack\\..*"))
          .max(Comparator.comparing(f -> f.getFileName().toString().length()));
    }
  }
}
