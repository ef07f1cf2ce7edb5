package org.gradientkata.kata;

import java.lang.module.ModuleFinder;
import java.util.concurrent.Callable;
import org.gradientkata.contract.Products;
import picocli.CommandLine.Command;

/**
 * Says to the launcher which options Java needs so that products aren't left to plain Java: the
 * Vector API's, where no native BLAS could be loaded and this JDK has it; else none. It isn't asked
 * for elsewhere, because Java announces it with a warning that nothing turns off.
 */
@Command(name = "vector-option", hidden = true)
final class VectorOptionCommand implements Callable<Integer> {
  private static final String MODULE = "jdk.incubator.vector";

  private final Console console;

  VectorOptionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean there = ModuleFinder.ofSystem().find(MODULE).isPresent();
    console.out().print(options(Products.backend(), there));
    console.out().flush();
    return Kata.OK;
  }

  /** What to add to Java's options. */
  static String options(String backend, boolean there) {
    return backend.equals("ejml") && there ? "--add-modules=" + MODULE : "";
  }
}
