package org.gradientkata.classroom.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;

/** Writes values into a frame: what both sides have by its number, all else by what it holds. */
final class ValueWriter {
  private static final String KIT = "org.gradientkata.";
  private static final Set<String> RECORD_PACKAGES = Set.of(KIT + "contract", KIT + "datasets");

  private final SharedTable table;
  private final Heap.Remotes remotes;
  private final Map<Class<?>, Field[]> fieldsOf = new HashMap<>();
  private int nextId;
  private int depth;

  ValueWriter(SharedTable table, Heap.Remotes remotes, int first) {
    this.table = table;
    this.remotes = remotes;
    this.nextId = first;
  }

  void write(DataOutputStream out, Object value) throws IOException {
    if (++depth > Heap.DEEPEST) {
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
      Shared shared = table.of(value);
      if (shared == null) {
        writeNew(out, value);
      } else {
        kind(out, Kind.KNOWN);
        out.writeInt(shared.id);
        table.activate(shared);
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
        table.register(id, value, null);
      }
      case RECORD -> {
        Texts.write(out, value.getClass().getName());
        for (Field field : fields(value.getClass())) {
          write(out, valueOf(field, value));
        }
        table.register(id, value, null);
      }
      case ARRAY -> {
        Texts.write(out, value.getClass().getComponentType().getName());
        out.writeInt(((Object[]) value).length);
        table.register(id, value, value).agree();
        writeContent(out, value);
      }
      default -> {
        table.register(id, value, value).agree();
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

  void writeContent(DataOutputStream out, Object value) throws IOException {
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

  /** A record's, in the order of its components. */
  private Field[] fields(Class<?> type) throws IOException {
    Field[] fields = fieldsOf.get(type);
    if (fields == null) {
      RecordComponent[] components = type.getRecordComponents();
      fields = new Field[components.length];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = accessible(type, components[i].getName());
      }
      fieldsOf.put(type, fields);
    }
    return fields;
  }

  /** A field that the classes of the contract don't show. */
  static Field accessible(Class<?> type, String name) throws IOException {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static Object valueOf(Field field, Object object) throws IOException {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IOException(e);
    }
  }

  @SuppressWarnings("EnumOrdinal") // both ends are of one kit
  private static void kind(DataOutputStream out, Kind kind) throws IOException {
    out.writeByte(kind.ordinal());
  }
}
