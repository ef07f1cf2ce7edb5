package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Many doubles at once, bit by bit, and counts that are not believed before they are checked. */
final class Numbers {
  private Numbers() {}

  static void write(DataOutputStream out, double[] values, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
    bytes.asDoubleBuffer().put(values, 0, count);
    out.write(bytes.array());
  }

  static void read(DataInputStream in, double[] values, int count) throws IOException {
    byte[] bytes = in.readNBytes(count * Double.BYTES);
    if (bytes.length < count * Double.BYTES) {
      throw new IOException("fewer numbers than were announced");
    }
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values, 0, count);
  }

  /** A count of elements that the rest of the frame has room for. */
  static int count(DataInputStream in, int elementBytes, boolean peek) throws IOException {
    if (peek) {
      in.mark(Integer.BYTES);
    }
    int count = in.readInt();
    if (count < 0 || (long) count * elementBytes > in.available()) {
      throw new IOException("a count of " + count);
    }
    if (peek) {
      in.reset();
    }
    return count;
  }
}
