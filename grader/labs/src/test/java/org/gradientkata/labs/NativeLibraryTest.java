package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ServiceLoader;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.BlasLibrary;
import org.gradientkata.contract.Products;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
  @Test
  @DisplayName("products find the library by themselves, whichever code needs the first one")
  void shouldBeFoundByProducts() {
    assumeTrue(System.getProperty("kata.blas") == null, "a BLAS was asked for");

    Products.mult(new DMatrixRMaj(1, 1), new DMatrixRMaj(1, 1), new DMatrixRMaj(1, 1));

    assertThat(ServiceLoader.load(BlasLibrary.class))
        .hasExactlyElementsOfTypes(NativeLibrary.class);
    String named = System.getProperty(NativeLibrary.PATH);
    assumeTrue(named != null, "no library for this platform");
    assertThat(named).contains("openblas");
    assertThat(Products.backend()).isEqualTo("native");
  }
}
