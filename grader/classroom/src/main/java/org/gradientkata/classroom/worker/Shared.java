package org.gradientkata.classroom.worker;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;

/**
 * An object that both sides have, each its own copy of it, and what it held when they last agreed.
 */
final class Shared {
  /** The same on both sides. */
  final int id;

  /** What is handed out. */
  final Object object;

  /** Where changes go: the object itself, or the list behind a view of it; null if none can. */
  final Object store;

  /** The one of its scope that came before it. */
  Shared before;

  /** Its neighbours among what is looked at for changes. */
  Shared older;

  Shared newer;
  boolean isActive;

  /** So many elements it takes room for. */
  int elements;

  private Object seen;

  Shared(int id, Object object, Object store) {
    this.id = id;
    this.object = object;
    this.store = store;
  }

  /** From now on what the object holds is what both sides know. */
  void agree() {
    if (store instanceof DMatrixRMaj m) {
      // A matrix is agreed on after every change, and mostly keeps its size.
      if (seen instanceof DMatrixRMaj s && s.numRows == m.numRows && s.numCols == m.numCols) {
        System.arraycopy(m.data, 0, s.data, 0, m.getNumElements());
      } else {
        seen = sound(m) ? m.copy() : new DMatrixRMaj(0, 0);
      }
    } else if (store instanceof double[] a) {
      if (seen instanceof double[] s) {
        System.arraycopy(a, 0, s, 0, a.length);
      } else {
        seen = a.clone();
      }
    } else if (store instanceof int[] a) {
      seen = a.clone();
    } else if (store instanceof byte[] a) {
      seen = a.clone();
    } else if (store instanceof boolean[] a) {
      seen = a.clone();
    } else if (store instanceof long[] a) {
      seen = a.clone();
    } else if (store instanceof Object[] a) {
      seen = a.clone();
    } else if (store instanceof List<?> list) {
      seen = list.toArray();
    } else if (store instanceof RandomSource random) {
      seen = random.state();
    }
  }

  /** Whether the object holds something else than what both sides know. */
  boolean isChanged() {
    if (store instanceof DMatrixRMaj m) {
      DMatrixRMaj s = (DMatrixRMaj) seen;
      return sound(m)
          && (s.numRows != m.numRows
              || s.numCols != m.numCols
              || !Arrays.equals(s.data, 0, m.getNumElements(), m.data, 0, m.getNumElements()));
    }
    if (store instanceof double[] a) {
      return !Arrays.equals(a, (double[]) seen);
    }
    if (store instanceof int[] a) {
      return !Arrays.equals(a, (int[]) seen);
    }
    if (store instanceof byte[] a) {
      return !Arrays.equals(a, (byte[]) seen);
    }
    if (store instanceof boolean[] a) {
      return !Arrays.equals(a, (boolean[]) seen);
    }
    if (store instanceof long[] a) {
      return !Arrays.equals(a, (long[]) seen);
    }
    if (store instanceof Object[] a) {
      return !same(a, (Object[]) seen);
    }
    if (store instanceof List<?> list) {
      return !same(list.toArray(), (Object[]) seen);
    }
    return store instanceof RandomSource random && random.state() != (Long) seen;
  }

  /** A learner can write any size into a matrix, and take its data away. */
  static boolean sound(DMatrixRMaj m) {
    return m.data != null
        && m.numRows >= 0
        && m.numCols >= 0
        && (long) m.numRows * m.numCols <= m.data.length;
  }

  private static boolean same(Object[] a, Object[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }
}
