package org.gradientkata.classroom.compile;

import dev.ludovic.netlib.blas.BLAS;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.suite.SourceCompiler;

/** Jars and folders out of which this program's classes came, for processes that need a few. */
public final class CodePlaces {
  private CodePlaces() {}

  /**
   * What an exercise is compiled against, besides the other exercises.
   *
   * @return contract, data sets, EJML, and the BLAS that the contract asks for
   */
  public static List<Path> ofContract() {
    return of(
        NotStarted.class, LabeledImages.class, DMatrixRMaj.class, CommonOps_DDRM.class, BLAS.class);
  }

  /** What the compile process runs. */
  static List<Path> ofCompiler() {
    return of(CompileMain.class, SourceCompiler.class, EclipseCompiler.class);
  }

  /**
   * The places of some classes.
   *
   * @param classes any that are loaded
   * @return jars and folders, each once
   */
  public static List<Path> of(Class<?>... classes) {
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> each : classes) {
      CodeSource source = each.getProtectionDomain().getCodeSource();
      try {
        places.add(Path.of(source.getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(places);
  }
}
