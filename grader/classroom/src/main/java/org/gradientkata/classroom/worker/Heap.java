package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One side's half of the objects that grader and worker share. Each frame carries first what has
 * changed in them, then values; so an argument that a method modifies, a live parameter and an
 * object that is given back twice are what they would be in one process.
 *
 * <p>What is read decides by itself what it is, but only among the kinds named in {@link Kind}, and
 * only among classes of the contract.
 */
public final class Heap {
  /** So many values may stand within each other. */
  static final int DEEPEST = 24;

  private final SharedTable table = new SharedTable();
  private final ValueWriter writer;
  private final ValueReader reader;

  /** What a side does with objects that only one side has. */
  public interface Remotes {

    /**
     * The name under which the other side may know an object.
     *
     * @param object an object of this side
     * @return a class or an interface
     * @throws IOException if the object can't be named to the other side
     */
    String name(Object object) throws IOException;

    /**
     * An object that stands in for one of the other side.
     *
     * @param name what the other side called it
     * @return the object
     * @throws IOException if there can be none of that name
     */
    Object standIn(String name) throws IOException;
  }

  /**
   * An empty heap.
   *
   * @param remotes makes stand-ins
   * @param first 0 on one side, 1 on the other, so that both can number new objects
   */
  public Heap(Remotes remotes, int first) {
    writer = new ValueWriter(table, remotes, first);
    reader = new ValueReader(table, remotes, first);
  }

  /**
   * From now on new objects belong to a scope.
   *
   * @param number of the scope
   */
  public void enter(int number) {
    table.enter(number);
  }

  /**
   * Forgets the objects of a scope.
   *
   * @param number of the scope
   */
  public void drop(int number) {
    table.drop(number);
  }

  /**
   * Looks at objects for changes again, however long ago they were last named.
   *
   * @param objects what is about to be named
   */
  void touch(Object... objects) {
    for (Object object : objects) {
      Shared shared = object == null ? null : table.of(object);
      if (shared != null) {
        table.activate(shared);
      }
    }
  }

  /**
   * Whether both sides have an object.
   *
   * @param object any
   * @return true if it can be named by its number
   */
  public boolean knows(Object object) {
    return table.of(object) != null;
  }

  /**
   * Writes what has changed on this side.
   *
   * @param out the frame
   * @throws IOException if something has been put into an object that can't be carried
   */
  public void writeChanges(DataOutputStream out) throws IOException {
    for (Shared shared : table.active()) {
      if (shared.isChanged()) {
        shared.agree();
        out.writeInt(shared.id);
        writer.writeContent(out, shared.store);
      }
    }
    out.writeInt(-1);
  }

  /**
   * Reads what has changed on the other side.
   *
   * @param in the frame
   * @throws IOException if it can't be understood
   */
  public void readChanges(DataInputStream in) throws IOException {
    for (int id = in.readInt(); id != -1; id = in.readInt()) {
      Shared shared = table.numbered(id);
      if (shared == null || shared.store == null) {
        throw new IOException("a change of what isn't there");
      }
      reader.readContent(in, shared);
      shared.agree();
    }
  }

  /**
   * Writes a value.
   *
   * @param out the frame
   * @param value any
   * @throws IOException if values of its class can't be carried
   */
  public void write(DataOutputStream out, Object value) throws IOException {
    writer.write(out, value);
  }

  /**
   * Reads a value.
   *
   * @param in the frame
   * @return the value
   * @throws IOException if it can't be understood
   */
  public Object read(DataInputStream in) throws IOException {
    return reader.read(in);
  }
}
