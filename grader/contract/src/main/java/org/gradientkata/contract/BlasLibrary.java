package org.gradientkata.contract;

/**
 * Brings a native BLAS along for the matrix products. Whoever has one offers it as a service
 * ({@code META-INF/services}); {@link Products} asks before its first product.
 *
 * <p>So the class path decides which BLAS multiplies, and not what happened to run before in the
 * same JVM: another BLAS rounds otherwise, and a training can end elsewhere.
 */
public interface BlasLibrary {

  /** Makes the library known; does nothing where there is none for the platform. */
  void provide();
}
