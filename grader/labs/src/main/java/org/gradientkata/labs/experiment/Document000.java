package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.ejml.data.DMatrixRMaj;

/**
 * The configuration of document 000's experiments, as document-000.py wrote it: raw sums of five
 * pixels as inputs, parameters uniform in (0, 1).
 *
 * @param x inputs (50 × 5)
 * @param t one-hot targets (50 × 2)
 * @param W1 weights of the hidden layer (5 × H)
 * @param b1 its biases (1 × H)
 * @param W2 weights of the output layer (H × 2)
 * @param b2 its biases (1 × 2)
 */
record Document000(
    DMatrixRMaj x, DMatrixRMaj t, DMatrixRMaj W1, DMatrixRMaj b1, DMatrixRMaj W2, DMatrixRMaj b2) {

  /** The network with 10 hidden units, or the one with 100. */
  static Document000 withHidden(int units) {
    try (InputStream file = Document000.class.getResourceAsStream("document-000.json")) {
      JsonNode network = new ObjectMapper().readTree(file).get(String.valueOf(units));
      return new Document000(
          matrix(network, "x"),
          matrix(network, "t"),
          matrix(network, "W1"),
          matrix(network, "b1"),
          matrix(network, "W2"),
          matrix(network, "b2"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with inputs multiplied by a factor. */
  Document000 scaled(double factor) {
    DMatrixRMaj scaled = x.copy();
    for (int i = 0; i < scaled.getNumElements(); i++) {
      scaled.data[i] *= factor;
    }
    return new Document000(scaled, t, W1, b1, W2, b2);
  }

  private static DMatrixRMaj matrix(JsonNode network, String name) {
    JsonNode rows = network.get(name);
    DMatrixRMaj matrix = new DMatrixRMaj(rows.size(), rows.get(0).size());
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        matrix.set(row, column, rows.get(row).get(column).doubleValue());
      }
    }
    return matrix;
  }
}
