package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;

/**
 * Reads values from a frame. Nothing in it is believed: a count before there are so many bytes and
 * so much room, a number before it is known to be free.
 */
final class ValueReader {
  private final SharedTable table;
  private final Heap.Remotes remotes;
  private final int first;
  private final Map<Class<?>, Constructor<?>> constructors = new HashMap<>();
  private Field stateField;
  private int depth;

  ValueReader(SharedTable table, Heap.Remotes remotes, int first) {
    this.table = table;
    this.remotes = remotes;
    this.first = first;
  }

  Object read(DataInputStream in) throws IOException {
    if (++depth > Heap.DEEPEST) {
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
    Shared shared = table.numbered(id);
    if (shared == null) {
      throw new IOException("an object that isn't there");
    }
    table.activate(shared);
    return shared.object;
  }

  private Object readNew(DataInputStream in, Kind kind, int id) throws IOException {
    if (table.numbered(id) != null || (id & 1) == (first & 1)) {
      throw new IOException("a number that was given before");
    }
    if (kind == Kind.REMOTE) {
      Object standIn = remotes.standIn(Texts.read(in));
      table.register(id, standIn, null);
      return standIn;
    }
    if (kind == Kind.RECORD) {
      Object made = record(in, Texts.read(in));
      table.register(id, made, null);
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
    Shared shared = table.register(id, object, store);
    readContent(in, shared);
    shared.agree();
    return object;
  }

  void readContent(DataInputStream in, Shared shared) throws IOException {
    Object store = shared.store;
    if (store instanceof DMatrixRMaj m) {
      int rows = in.readInt();
      int columns = in.readInt();
      long count = (long) rows * columns;
      if (rows < 0 || columns < 0 || count > in.available() / Double.BYTES) {
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
      table.weigh(shared, count);
      List<Object> elements = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        elements.add(read(in));
      }
      replace(list, elements);
    } else if (store instanceof Object[] a) {
      sameLength(in, a.length);
      table.weigh(shared, a.length);
      try {
        for (int i = 0; i < a.length; i++) {
          a[i] = read(in);
        }
      } catch (ArrayStoreException e) {
        throw new IOException("an array of other things", e);
      }
    } else if (store instanceof double[] a) {
      sameLength(in, a.length);
      Numbers.read(in, a, a.length);
    } else {
      readArray(in, store);
    }
  }

  private static void sameLength(DataInputStream in, int length) throws IOException {
    if (Numbers.count(in, 1, false) != length) {
      throw new IOException("an array that has changed its length");
    }
  }

  private static void readArray(DataInputStream in, Object store) throws IOException {
    int length = Array.getLength(store);
    sameLength(in, length);
    for (int i = 0; i < length; i++) {
      if (store instanceof int[] a) {
        a[i] = in.readInt();
      } else if (store instanceof byte[] a) {
        a[i] = in.readByte();
      } else if (store instanceof boolean[] a) {
        a[i] = in.readBoolean();
      } else {
        ((long[]) store)[i] = in.readLong();
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

  private Object array(String component, int length) throws IOException {
    table.require(length);
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
    Constructor<?> constructor = constructors.get(type);
    if (constructor == null) {
      constructor = canonical(type);
      constructors.put(type, constructor);
    }
    Object[] arguments = new Object[constructor.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = read(in);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("a " + name + " that can't be", e);
    }
  }

  private static Constructor<?> canonical(Class<?> type) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
    }
    try {
      return type.getDeclaredConstructor(parameters);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private void setState(RandomSource random, long state) throws IOException {
    if (stateField == null) {
      stateField = ValueWriter.accessible(RandomSource.class, "state");
    }
    try {
      stateField.setLong(random, state);
    } catch (IllegalAccessException e) {
      throw new IOException(e);
    }
  }
}
