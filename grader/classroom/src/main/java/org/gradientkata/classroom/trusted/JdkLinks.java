package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a JDK's links lead: distributions keep its settings and certificates in other folders, such
 * as {@code /etc}, each in its own.
 */
final class JdkLinks {
  /** What the running JDK needs that lies outside of it. */
  static final List<Path> OUTSIDE = outside(Path.of(System.getProperty("java.home")));

  private JdkLinks() {}

  /** Files and folders outside a folder to which links within it lead; none twice. */
  static List<Path> outside(Path home) {
    List<Path> outside = new ArrayList<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path link : all.filter(Files::isSymbolicLink).sorted().toList()) {
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        boolean known = target.startsWith(home) || outside.stream().anyMatch(target::startsWith);
        if (!known && Files.exists(target)) {
          outside.removeIf(o -> o.startsWith(target));
          outside.add(target);
        }
      }
    } catch (IOException e) {
      // Whether java runs with what was found shows when the sandbox is tried.
    }
    return outside;
  }
}
