package org.gradientkata.classroom.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Frames over a pair of pipes: a length, then so many bytes. */
public final class Link {
  /** A whole network of the curriculum has less than a megabyte. */
  private static final int LARGEST = 16 << 20;

  private final DataInputStream in;
  private final OutputStream out;
  private long left = Long.MAX_VALUE;

  /** The other side has sent more than this one is ready to keep. */
  public static final class Overrun extends IOException {
    private static final long serialVersionUID = 1L;

    Overrun() {
      super("more frames than there is room for");
    }
  }

  /**
   * A link.
   *
   * @param in where frames come from
   * @param out where frames go
   */
  public Link(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = out;
  }

  /**
   * Sends a frame.
   *
   * @param frame what
   * @throws EOFException if the other side is gone
   * @throws IOException if it is too large
   */
  void send(Frame frame) throws IOException {
    if (frame.length() > LARGEST) {
      throw new IOException("a frame of " + frame.length() + " bytes");
    }
    try {
      frame.writeTo(out);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /**
   * Takes so many bytes from now on: what the other side has sent is kept, mostly, until its scope
   * ends.
   *
   * @param bytes of all frames together
   */
  public void limit(long bytes) {
    left = bytes;
  }

  /**
   * Waits for a frame.
   *
   * @return its bytes
   * @throws EOFException if the other side is gone
   * @throws IOException if it is too large
   */
  public byte[] receive() throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (IOException e) {
      throw gone(e);
    }
    if (length < 0 || length > LARGEST) {
      throw new IOException("a frame of " + length + " bytes");
    }
    left -= length;
    if (left < 0) {
      throw new Overrun();
    }
    byte[] frame = in.readNBytes(length);
    if (frame.length < length) {
      throw new EOFException();
    }
    return frame;
  }

  /** A pipe says in many ways that nobody is at its other end. */
  private static EOFException gone(IOException why) {
    EOFException gone = new EOFException(why.getMessage());
    gone.initCause(why);
    return gone;
  }
}
