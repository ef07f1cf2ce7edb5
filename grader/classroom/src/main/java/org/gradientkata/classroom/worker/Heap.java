package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;

/**
 * One side's half of the objects that grader and worker share. Each frame carries first what has
 * changed in them, then values; so an argument that a method modifies, a live parameter and an
 * object that is given back twice are what they would be in one process.
 *
 * <p>What is read decides by itself what it is, but only among the kinds named here, and only among
 * classes of the contract.
 */
public final class Heap {
  private static final String KIT = "org.gradientkata.";
  private static final Set<String> RECORD_PACKAGES = Set.of(KIT + "contract", KIT + "datasets");
  private static final int DEEPEST = 24;

  /**
   * A change to an object is seen as long as it is among so many that were last named. A whole
   * network has a hundred; a search that hands over ten thousand points touches each once.
   */
  private static final int MOST_ACTIVE = 160;

  private final Map<Integer, Shared> byId = new HashMap<>();
  private final IdentityHashMap<Object, Shared> byObject = new IdentityHashMap<>();

  /** What is looked at for changes, the least recently named first. */
  private final LinkedHashMap<Integer, Shared> active = new LinkedHashMap<>(64, 0.75f, true);

  private final Remotes remotes;
  private int nextId;
  private int scope;
  private int depth;

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
    this.remotes = remotes;
    this.nextId = first;
  }

  /**
   * From now on new objects belong to a scope.
   *
   * @param number of the scope
   */
  public void enter(int number) {
    scope = number;
  }

  /**
   * Forgets the objects of a scope.
   *
   * @param number of the scope
   */
  public void drop(int number) {
    byId.values()
        .removeIf(
            shared -> {
              boolean gone = shared.scope == number;
              if (gone) {
                byObject.remove(shared.object);
                active.remove(shared.id);
              }
              return gone;
            });
  }

  /**
   * Looks at objects for changes again, however long ago they were last named.
   *
   * @param objects what is about to be named
   */
  void touch(Object... objects) {
    for (Object object : objects) {
      Shared shared = object == null ? null : byObject.get(object);
      if (shared != null) {
        activate(shared);
      }
    }
  }

  private void activate(Shared shared) {
    if (shared.store == null) {
      return;
    }
    active.put(shared.id, shared);
    if (active.size() > MOST_ACTIVE) {
      Iterator<Integer> oldest = active.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * Whether both sides have an object.
   *
   * @param object any
   * @return true if it can be named by its number
   */
  public boolean knows(Object object) {
    return byObject.containsKey(object);
  }

  /**
   * Writes what has changed on this side.
   *
   * @param out the frame
   * @throws IOException if something has been put into an object that can't be carried
   */
  public void writeChanges(DataOutputStream out) throws IOException {
    for (Shared shared : List.copyOf(active.values())) {
      if (shared.isChanged()) {
        shared.agree();
        out.writeInt(shared.id);
        writeContent(out, shared.store);
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
      Shared shared = byId.get(id);
      if (shared == null || shared.store == null) {
        throw new IOException("a change of what isn't there");
      }
      readContent(in, shared.store);
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
    if (++depth > DEEPEST) {
      throw new IOException("values within values within values");
    }
    try {
      writeAny(out, value);
    } finally {
      depth--;
    }
  }

  private void writeAny(DataOutputStream out, Object value) throws IOException {
    if (value == null) {
      kind(out, Kind.NULL);
    } else if (value instanceof Boolean b) {
      kind(out, Kind.BOOLEAN);
      out.writeBoolean(b);
    } else if (value instanceof Byte b) {
      kind(out, Kind.BYTE);
      out.writeByte(b);
    } else if (value instanceof Integer i) {
      kind(out, Kind.INT);
      out.writeInt(i);
    } else if (value instanceof Long l) {
      kind(out, Kind.LONG);
      out.writeLong(l);
    } else if (value instanceof Double d) {
      kind(out, Kind.DOUBLE);
      out.writeLong(Double.doubleToRawLongBits(d));
    } else if (value instanceof Float f) {
      kind(out, Kind.FLOAT);
      out.writeFloat(f);
    } else if (value instanceof String s) {
      kind(out, Kind.TEXT);
      Texts.write(out, s);
    } else if (value instanceof Enum<?> e) {
      kind(out, Kind.CONSTANT);
      Texts.write(out, e.getDeclaringClass().getName());
      Texts.write(out, e.name());
    } else {
      Shared shared = byObject.get(value);
      if (shared == null) {
        writeNew(out, value);
      } else {
        kind(out, Kind.KNOWN);
        out.writeInt(shared.id);
        activate(shared);
      }
    }
  }

  private void writeNew(DataOutputStream out, Object value) throws IOException {
    Kind kind = kindOf(value);
    kind(out, kind);
    int id = nextId;
    nextId += 2;
    out.writeInt(id);
    switch (kind) {
      case REMOTE -> {
        Texts.write(out, remotes.name(value));
        register(id, value, null);
      }
      case RECORD -> {
        Texts.write(out, value.getClass().getName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
          write(out, field(value, component.getName()));
        }
        register(id, value, null);
      }
      case ARRAY -> {
        Texts.write(out, value.getClass().getComponentType().getName());
        out.writeInt(((Object[]) value).length);
        register(id, value, value).agree();
        writeContent(out, value);
      }
      default -> {
        register(id, value, value).agree();
        writeContent(out, value);
      }
    }
  }

  private static Kind kindOf(Object value) {
    if (value instanceof DMatrixRMaj) {
      return Kind.MATRIX;
    } else if (value instanceof double[]) {
      return Kind.DOUBLES;
    } else if (value instanceof int[]) {
      return Kind.INTS;
    } else if (value instanceof byte[]) {
      return Kind.BYTES;
    } else if (value instanceof boolean[]) {
      return Kind.BOOLEANS;
    } else if (value instanceof long[]) {
      return Kind.LONGS;
    } else if (value instanceof Object[]) {
      return Kind.ARRAY;
    } else if (value instanceof List) {
      String name = value.getClass().getName();
      boolean fixed = name.contains("Immutable") || name.contains("Unmodifiable");
      return fixed ? Kind.FIXED_LIST : Kind.LIST;
    } else if (value instanceof RandomSource) {
      return Kind.RANDOM;
    } else if (value.getClass().isRecord()
        && RECORD_PACKAGES.contains(value.getClass().getPackageName())) {
      return Kind.RECORD;
    }
    return Kind.REMOTE;
  }

  private void writeContent(DataOutputStream out, Object value) throws IOException {
    if (value instanceof DMatrixRMaj m) {
      boolean sound = Shared.sound(m);
      out.writeInt(sound ? m.numRows : 0);
      out.writeInt(sound ? m.numCols : 0);
      Numbers.write(out, m.data, sound ? m.getNumElements() : 0);
    } else if (value instanceof double[] a) {
      out.writeInt(a.length);
      Numbers.write(out, a, a.length);
    } else if (value instanceof int[] a) {
      out.writeInt(a.length);
      for (int i : a) {
        out.writeInt(i);
      }
    } else if (value instanceof byte[] a) {
      out.writeInt(a.length);
      out.write(a);
    } else if (value instanceof boolean[] a) {
      out.writeInt(a.length);
      for (boolean b : a) {
        out.writeBoolean(b);
      }
    } else if (value instanceof long[] a) {
      out.writeInt(a.length);
      for (long l : a) {
        out.writeLong(l);
      }
    } else if (value instanceof RandomSource random) {
      out.writeLong(random.state());
    } else {
      Object[] elements = value instanceof List<?> list ? list.toArray() : (Object[]) value;
      out.writeInt(elements.length);
      for (Object element : elements) {
        write(out, element);
      }
    }
  }

  /**
   * Reads a value.
   *
   * @param in the frame
   * @return the value
   * @throws IOException if it can't be understood
   */
  public Object read(DataInputStream in) throws IOException {
    if (++depth > DEEPEST) {
      throw new IOException("values within values within values");
    }
    try {
      Kind kind = Kind.of(in.readByte());
      return switch (kind) {
        case NULL -> null;
        case BOOLEAN -> in.readBoolean();
        case BYTE -> in.readByte();
        case INT -> in.readInt();
        case LONG -> in.readLong();
        case DOUBLE -> Double.longBitsToDouble(in.readLong());
        case FLOAT -> in.readFloat();
        case TEXT -> Texts.read(in);
        case CONSTANT -> constant(Texts.read(in), Texts.read(in));
        case KNOWN -> known(in.readInt());
        default -> readNew(in, kind, in.readInt());
      };
    } finally {
      depth--;
    }
  }

  private Object known(int id) throws IOException {
    Shared shared = byId.get(id);
    if (shared == null) {
      throw new IOException("an object that isn't there");
    }
    activate(shared);
    return shared.object;
  }

  private Object readNew(DataInputStream in, Kind kind, int id) throws IOException {
    if (byId.containsKey(id) || (id & 1) == (nextId & 1)) {
      throw new IOException("a number that was given before");
    }
    if (kind == Kind.REMOTE) {
      Object standIn = remotes.standIn(Texts.read(in));
      register(id, standIn, null);
      return standIn;
    }
    if (kind == Kind.RECORD) {
      Object made = record(in, Texts.read(in));
      register(id, made, null);
      return made;
    }
    Object store =
        switch (kind) {
          case MATRIX -> new DMatrixRMaj(0, 0);
          case DOUBLES -> new double[Numbers.count(in, Double.BYTES, true)];
          case INTS -> new int[Numbers.count(in, Integer.BYTES, true)];
          case BYTES -> new byte[Numbers.count(in, 1, true)];
          case BOOLEANS -> new boolean[Numbers.count(in, 1, true)];
          case LONGS -> new long[Numbers.count(in, Long.BYTES, true)];
          case ARRAY -> array(Texts.read(in), Numbers.count(in, 1, false));
          case RANDOM -> new RandomSource(0);
          default -> new ArrayList<>();
        };
    Object object = kind == Kind.FIXED_LIST ? Collections.unmodifiableList((List<?>) store) : store;
    Shared shared = register(id, object, store);
    readContent(in, store);
    shared.agree();
    return object;
  }

  private void readContent(DataInputStream in, Object store) throws IOException {
    if (store instanceof DMatrixRMaj m) {
      int rows = in.readInt();
      int columns = in.readInt();
      long count = (long) rows * columns;
      if (rows < 0 || columns < 0 || count * Double.BYTES > in.available()) {
        throw new IOException("a matrix of " + rows + "x" + columns);
      }
      m.reshape(rows, columns);
      Numbers.read(in, m.data, (int) count);
    } else if (store instanceof RandomSource random) {
      setState(random, in.readLong());
    } else if (store instanceof List<?>) {
      @SuppressWarnings("unchecked") // what it holds is checked where it is used
      List<Object> list = (List<Object>) store;
      int count = Numbers.count(in, 1, false);
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        elements.add(read(in));
      }
      replace(list, elements);
    } else {
      readArray(in, store);
    }
  }

  private void readArray(DataInputStream in, Object store) throws IOException {
    int length = Array.getLength(store);
    if (Numbers.count(in, 1, false) != length) {
      throw new IOException("an array that has changed its length");
    }
    for (int i = 0; i < length; i++) {
      if (store instanceof double[] a) {
        a[i] = Double.longBitsToDouble(in.readLong());
      } else if (store instanceof int[] a) {
        a[i] = in.readInt();
      } else if (store instanceof byte[] a) {
        a[i] = in.readByte();
      } else if (store instanceof boolean[] a) {
        a[i] = in.readBoolean();
      } else if (store instanceof long[] a) {
        a[i] = in.readLong();
      } else {
        try {
          ((Object[]) store)[i] = read(in);
        } catch (ArrayStoreException e) {
          throw new IOException("an array of other things", e);
        }
      }
    }
  }

  /** A list that only looks as if it could be changed keeps what it can't give up. */
  private static void replace(List<Object> list, List<Object> elements) {
    if (list.size() == elements.size()) {
      for (int i = 0; i < elements.size(); i++) {
        if (list.get(i) != elements.get(i)) {
          list.set(i, elements.get(i));
        }
      }
    } else {
      list.clear();
      list.addAll(elements);
    }
  }

  private static Object array(String component, int length) throws IOException {
    return Array.newInstance(Types.component(component), length);
  }

  private static Object constant(String type, String name) throws IOException {
    return Arrays.stream(
            Types.ofContract(type).getEnumConstants() == null
                ? new Object[0]
                : Types.ofContract(type).getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("no constant " + name));
  }

  private Object record(DataInputStream in, String name) throws IOException {
    Class<?> type = Types.ofContract(name);
    if (!type.isRecord()) {
      throw new IOException(name + " is no record");
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      arguments[i] = read(in);
    }
    try {
      return type.getDeclaredConstructor(parameters).newInstance(arguments);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("a " + name + " that can't be", e);
    }
  }

  private static Object field(Object object, String name) throws IOException {
    try {
      Field field = object.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static void setState(RandomSource random, long state) throws IOException {
    try {
      Field field = RandomSource.class.getDeclaredField("state");
      field.setAccessible(true);
      field.setLong(random, state);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private Shared register(int id, Object object, Object store) {
    Shared shared = new Shared(id, scope, object, store);
    byId.put(id, shared);
    byObject.put(object, shared);
    activate(shared);
    return shared;
  }

  @SuppressWarnings("EnumOrdinal") // both ends are of one kit
  private static void kind(DataOutputStream out, Kind kind) throws IOException {
    out.writeByte(kind.ordinal());
  }
}
