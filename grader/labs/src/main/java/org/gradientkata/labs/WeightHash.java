package org.gradientkata.labs;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A fingerprint of weights: equal if every bit is. */
final class WeightHash {
  private WeightHash() {}

  /** SHA-256 over shapes and raw bits, row by row, most significant byte first. */
  static String sha256(List<DMatrixRMaj> parameters) {
    MessageDigest digest = sha256();
    for (DMatrixRMaj matrix : parameters) {
      int count = matrix.getNumElements();
      ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + count * Double.BYTES);
      bytes.putInt(matrix.numRows).putInt(matrix.numCols);
      for (int i = 0; i < count; i++) {
        bytes.putLong(Double.doubleToRawLongBits(matrix.data[i]));
      }
      digest.update(bytes.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
