package org.gradientkata.labs;

import org.gradientkata.contract.Products;

/**
 * What a run was computed on: times compare, and weights are bit-identical, only on the same.
 *
 * @param os operating system and its version
 * @param architecture such as {@code amd64}
 * @param processors as many as the JVM may use
 * @param heapMegabytes the JVM's limit
 * @param java version of the JDK
 * @param vm name and vendor of the JVM
 * @param blas the BLAS that multiplies matrices
 */
public record Machine(
    String os,
    String architecture,
    int processors,
    long heapMegabytes,
    String java,
    String vm,
    String blas) {

  /**
   * This machine.
   *
   * @return what the JVM says of it
   */
  public static Machine here() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.version"),
        System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"),
        Products.backend());
  }
}
