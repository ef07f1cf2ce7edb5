package org.gradientkata.suite;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.contract.NotStarted;

/**
 * What a class file says about itself. Every exercise asks about its own files and those of all
 * that it builds on, so what was found out is kept by their content.
 *
 * @param used names of the kit's classes, of exercises or added to them, that it uses
 * @param stubs how many of its methods are still stubs
 * @param clean whether it breaks no rule
 */
record ClassFacts(Set<String> used, int stubs, boolean clean) {
  private static final String KIT = "org.gradientkata.";
  private static final List<String> NOT_ANSWERS =
      List.of(KIT + "contract.", KIT + "suite.", KIT + "datasets.");

  /** Some names each: less than a megabyte. */
  private static final int MOST = 1_000;

  private static final Recent<ByteBuffer, ClassFacts> KNOWN = new Recent<>(MOST);

  /** The facts of a file, read only if they aren't known. */
  static ClassFacts of(URL file) {
    ByteBuffer content = digest(file);
    Optional<ClassFacts> known = KNOWN.get(content);
    if (known.isPresent()) {
      return known.get();
    }
    ClassFacts facts = of(AnswerClasses.read(List.of(Location.of(file))));
    if (digest(file).equals(content)) { // else it was compiled anew in between
      KNOWN.put(content, facts);
    }
    return facts;
  }

  private static ClassFacts of(JavaClasses classes) {
    Set<String> used = new HashSet<>();
    long stubs = 0;
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String name = dependency.getTargetClass().getBaseComponentType().getName();
        if (name.startsWith(KIT) && NOT_ANSWERS.stream().noneMatch(name::startsWith)) {
          used.add(name);
        }
      }
      stubs +=
          each.getConstructorCallsFromSelf().stream()
              .filter(call -> call.getTargetOwner().isEquivalentTo(NotStarted.class))
              .count();
    }
    return new ClassFacts(Set.copyOf(used), (int) stubs, AnswerRules.isClean(classes));
  }

  private static ByteBuffer digest(URL file) {
    try {
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false); // or a jar would stay open, and as it was
      try (InputStream in = connection.getInputStream()) {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
