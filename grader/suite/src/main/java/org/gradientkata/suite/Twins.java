package org.gradientkata.suite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The known-wrong twins of the exercises, compiled under the names of the exercise classes. */
public final class Twins {
  private Twins() {}

  /**
   * A twin.
   *
   * @param kind {@code twin}, or {@code convention} for what is right elsewhere
   * @param probe the probe whose numbers it changes, such as {@code Sigmoid.value}
   * @param name its name
   * @param classes its class files by class name
   */
  public record Twin(String kind, String probe, String name, Map<String, byte[]> classes) {

    /**
     * Where its text stands.
     *
     * @return such as {@code twin.Sigmoid.value.sign-of-exponent}
     */
    public String textKey() {
      return kind + "." + probe + "." + name;
    }
  }

  /**
   * The twins of an exercise.
   *
   * @param exercise the annotation of its test class
   * @return the twins of all its classes
   */
  public static List<Twin> of(Exercise exercise) {
    List<Twin> twins = new ArrayList<>();
    for (Class<?> answer : exercise.answers()) {
      twins.addAll(of(answer.getSimpleName()));
    }
    return twins;
  }

  /**
   * The twins of a class, which need not be there.
   *
   * @param simpleName such as {@code Sigmoid}
   * @return its twins, in their order; empty if it has none
   */
  public static List<Twin> of(String simpleName) {
    Map<String, Map<String, byte[]>> byFolder = new LinkedHashMap<>();
    byte[] bytes;
    try (InputStream in = Twins.class.getResourceAsStream("twins/" + simpleName + ".zip")) {
      bytes = in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String[] parts = entry.getName().split("/", 4);
        String folder = parts[0] + "/" + simpleName + "." + parts[1] + "/" + parts[2];
        String className = parts[3].replace(".class", "").replace('/', '.');
        byFolder
            .computeIfAbsent(folder, f -> new LinkedHashMap<>())
            .put(className, zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Twin> twins = new ArrayList<>();
    byFolder.forEach(
        (folder, classes) -> {
          String[] parts = folder.split("/");
          twins.add(new Twin(parts[0], parts[1], parts[2], classes));
        });
    return twins;
  }
}
