package org.gradientkata.classroom.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is sent at once: a length, then so many bytes. */
final class Frame {
  private final Bytes bytes = new Bytes();
  private final DataOutputStream out = new DataOutputStream(bytes);

  Frame() {
    bytes.reserveLength();
  }

  /** Where its content is written to. */
  DataOutputStream out() {
    return out;
  }

  /** Bytes of its content. */
  int length() {
    return bytes.size() - Integer.BYTES;
  }

  /** Sends it in one piece. */
  void writeTo(OutputStream target) throws IOException {
    bytes.writeWithLength(target);
  }

  /** Keeps room for the length, which is known last. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(512);
    }

    void reserveLength() {
      count = Integer.BYTES;
    }

    void writeWithLength(OutputStream target) throws IOException {
      int length = count - Integer.BYTES;
      buf[0] = (byte) (length >> 24);
      buf[1] = (byte) (length >> 16);
      buf[2] = (byte) (length >> 8);
      buf[3] = (byte) length;
      target.write(buf, 0, count);
      target.flush();
    }
  }
}
