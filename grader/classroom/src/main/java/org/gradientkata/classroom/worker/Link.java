package org.gradientkata.classroom.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Frames over a pair of pipes: a length, then so many bytes. */
public final class Link {
  /** A whole network of the curriculum has less than a megabyte. */
  private static final int LARGEST = 16 << 20;

  private final DataInputStream in;
  private final DataOutputStream out;

  /**
   * A link.
   *
   * @param in where frames come from
   * @param out where frames go
   */
  public Link(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /**
   * Sends a frame.
   *
   * @param frame its bytes
   * @throws IOException if it is too large, or the other side is gone
   */
  public void send(byte[] frame) throws IOException {
    if (frame.length > LARGEST) {
      throw new IOException("a frame of " + frame.length + " bytes");
    }
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
  }

  /**
   * Waits for a frame.
   *
   * @return its bytes
   * @throws IOException if it is too large, or the other side is gone
   */
  public byte[] receive() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    byte[] frame = in.readNBytes(length);
    if (frame.length < length) {
      throw new EOFException();
    }
    return frame;
  }
}
