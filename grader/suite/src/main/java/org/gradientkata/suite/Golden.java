package org.gradientkata.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.data.DMatrixRMaj;

/**
 * Golden vectors: inputs and results that an independent implementation computed. Each file {@code
 * golden/NAME.txt} was written by the script {@code NAME.py} beside it, and says so in its first
 * line, with the versions. A matrix is a line {@code NAME ROWS COLUMNS} and its rows.
 */
public final class Golden {
  /** The few files there are; each test reads its own anew. */
  private static final Map<String, Golden> KNOWN = new ConcurrentHashMap<>();

  private final String file;
  private final Map<String, DMatrixRMaj> matrices = new HashMap<>();

  private Golden(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param name its name without folder and ending
   * @return its matrices
   * @throws IllegalArgumentException if there is no such file
   */
  public static Golden read(String name) {
    return KNOWN.computeIfAbsent(name, Golden::parsed);
  }

  private static Golden parsed(String name) {
    String path = "/golden/" + name + ".txt";
    Golden golden = new Golden(path);
    try (InputStream in = Golden.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no golden vectors " + path);
      }
      golden.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return golden;
  }

  /**
   * One of the matrices.
   *
   * @param name its name in the file
   * @return a copy
   * @throws IllegalArgumentException if there is none of that name
   */
  public DMatrixRMaj matrix(String name) {
    if (!matrices.containsKey(name)) {
      throw new IllegalArgumentException("no matrix " + name + " in " + file);
    }
    return matrices.get(name).copy();
  }

  /**
   * A 1x1 matrix as a number.
   *
   * @param name its name in the file
   * @return its only element
   */
  public double number(String name) {
    return matrix(name).data[0];
  }

  private void parse(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] head = line.split(" ");
      DMatrixRMaj matrix = new DMatrixRMaj(Integer.parseInt(head[1]), Integer.parseInt(head[2]));
      for (int row = 0; row < matrix.numRows; row++) {
        String[] cells = lines.get(++i).strip().split(" ");
        for (int column = 0; column < matrix.numCols; column++) {
          matrix.set(row, column, Double.parseDouble(cells[column]));
        }
      }
      matrices.put(head[0], matrix);
    }
  }
}
