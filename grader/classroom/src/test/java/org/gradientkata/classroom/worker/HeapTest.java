package org.gradientkata.classroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeapTest {
  private static final int FIRST_OF_WORKER = 1;

  private final Heap grader = new Heap(new NoRemotes(), 0);
  private final Heap worker = new Heap(new NoRemotes(), FIRST_OF_WORKER);
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(frame);

  @BeforeEach
  void bothAreInTheFirstScope() {
    grader.enter(1);
    worker.enter(1);
  }

  @Test
  @DisplayName("an object that comes back is the one that was sent, with what was changed in it")
  void objectsKeepTheirIdentity() throws IOException {
    DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}});
    double[] numbers = {1, Double.NaN, -0.0};
    DMatrixRMaj theirMatrix = (DMatrixRMaj) carried(grader, matrix, worker);
    double[] theirNumbers = (double[]) carried(grader, numbers, worker);

    theirMatrix.reshape(1, 2);
    theirMatrix.set(0, 1, 7);
    theirNumbers[2] = 0.5;

    assertThat(carried(worker, theirMatrix, grader)).isSameAs(matrix);
    assertThat(matrix.numRows).isEqualTo(1);
    assertThat(matrix.get(0, 1)).isEqualTo(7);
    assertThat(numbers).containsExactly(1, Double.NaN, 0.5);
  }

  @Test
  @DisplayName("every kind of value arrives as it was")
  void kindsOfValues() throws IOException {
    List<Object> values =
        new ArrayList<>(List.of(true, (byte) 3, 4, 5L, 0.1, 0.2f, "é", new RandomSource(9)));
    values.add(null);
    values.add(List.of(1.5));

    List<?> arrived = (List<?>) carried(grader, values, worker);

    assertThat(arrived.subList(0, 7)).isEqualTo(values.subList(0, 7));
    assertThat(((RandomSource) arrived.get(7)).state()).isEqualTo(new RandomSource(9).state());
    assertThat(arrived.get(8)).isNull();
    assertThat(arrived.get(9)).isEqualTo(List.of(1.5));
    assertThat((int[]) carried(grader, new int[] {1, -2}, worker)).containsExactly(1, -2);
    assertThat((long[]) carried(grader, new long[] {1L << 40}, worker)).containsExactly(1L << 40);
    assertThat((byte[]) carried(grader, new byte[] {-1}, worker)).containsExactly(-1);
    assertThat((boolean[]) carried(grader, new boolean[] {true}, worker)).containsExactly(true);
    assertThat((double[][]) carried(grader, new double[][] {{1}, {}}, worker))
        .isDeepEqualTo(new double[][] {{1}, {}});
  }

  @Test
  @DisplayName("what belongs to a scope is forgotten with it, and nothing else")
  void scopesEnd() throws IOException {
    double[] lasting = {1};
    carried(grader, lasting, worker);
    double[] passing = {2};
    grader.enter(2);
    worker.enter(2);
    carried(grader, passing, worker);

    grader.drop(2);
    worker.drop(2);

    assertThat(grader.knows(lasting)).isTrue();
    assertThat(grader.knows(passing)).isFalse();
    lasting[0] = 3;
    passing[0] = 4;
    assertThat((double[]) carried(grader, lasting, worker)).containsExactly(3);
    assertThat((double[]) carried(grader, passing, worker)).containsExactly(4);
  }

  @Test
  @DisplayName("of many objects the last 160 that were named are looked at for changes")
  void onlyTheLatestAreLookedAt() throws IOException {
    List<double[]> ours = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ours.add(new double[1]);
      theirs.add((double[]) carried(grader, ours.get(i), worker));
    }
    carried(grader, ours.get(0), worker); // named again

    ours.forEach(numbers -> numbers[0] = 1);
    carried(grader, null, worker);

    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < theirs.size(); i++) {
      if (theirs.get(i)[0] == 1) {
        seen.add(i);
      }
    }
    assertThat(seen).hasSize(160).contains(0, 41, 199).doesNotContain(40);
  }

  @Test
  @DisplayName("arrays in arrays that announce more than there is room for are not made")
  void nestedArraysAreBounded() throws IOException {
    int each = 1 << 18;
    for (int id = 1; id < 40; id += 2) {
      kind(Kind.ARRAY);
      out.writeInt(id);
      Texts.write(out, "java.lang.Object");
      out.writeInt(each);
      out.writeInt(each);
    }
    out.write(new byte[each]);

    assertThatExceptionOfType(Link.Overrun.class).isThrownBy(() -> grader.read(in()));
  }

  @Test
  @DisplayName("a flood of small objects ends when there is no room for more, until its scope does")
  void floodsAreBounded() throws IOException {
    int each = 100_000;
    assertThatExceptionOfType(Link.Overrun.class)
        .isThrownBy(
            () -> {
              for (int i = 0; i < 20; i++) {
                frame.reset();
                list(1 + 2 * i, each);
                grader.read(in());
              }
            });

    grader.drop(1);
    frame.reset();
    list(1, each);
    assertThat((List<?>) grader.read(in())).hasSize(each);
  }

  @Test
  @DisplayName("a list that grows again and again takes room for its last size only")
  void roomIsGivenBack() throws IOException {
    list(1, 0);
    List<?> growing = (List<?>) grader.read(in());
    for (int i = 0; i < 20; i++) {
      frame.reset();
      out.writeInt(1);
      out.writeInt(100_000 + i);
      out.write(new byte[100_000 + i]);
      out.writeInt(-1);
      grader.readChanges(in());
    }

    assertThat(growing).hasSize(100_019);
  }

  @Test
  @DisplayName("values within each other are read to a depth of 24")
  void depthIsBounded() throws IOException {
    for (int id = 1; id < 80; id += 2) {
      kind(Kind.LIST);
      out.writeInt(id);
      out.writeInt(1);
    }
    out.write(new byte[1]);

    assertThatIOException().isThrownBy(() -> grader.read(in())).withMessageContaining("within");
  }

  @Test
  @DisplayName("a matrix whose number of elements is beyond all bounds is refused")
  void matricesAreBounded() throws IOException {
    kind(Kind.MATRIX);
    out.writeInt(1);
    out.writeInt(1 << 30);
    out.writeInt(1 << 30);

    assertThatIOException().isThrownBy(() -> grader.read(in())).withMessageContaining("a matrix");
  }

  @Test
  @DisplayName("a number that is taken, or is this side's to give, is refused")
  void numbersAreGivenOnce() throws IOException {
    list(1, 0);
    list(1, 0);
    DataInputStream twice = in();
    grader.read(twice);
    assertThatIOException().isThrownBy(() -> grader.read(twice));

    frame.reset();
    list(2, 0);
    assertThatIOException().isThrownBy(() -> grader.read(in()));
  }

  private void list(int id, int nulls) throws IOException {
    kind(Kind.LIST);
    out.writeInt(id);
    out.writeInt(nulls);
    out.write(new byte[nulls]);
  }

  @SuppressWarnings("EnumOrdinal") // as the frames have it
  private void kind(Kind kind) throws IOException {
    out.writeByte(kind.ordinal());
  }

  private DataInputStream in() {
    return new DataInputStream(new ByteArrayInputStream(frame.toByteArray()));
  }

  private Object carried(Heap from, Object value, Heap to) throws IOException {
    frame.reset();
    from.touch(value);
    from.writeChanges(out);
    from.write(out, value);
    DataInputStream in = in();
    to.readChanges(in);
    return to.read(in);
  }

  private static final class NoRemotes implements Heap.Remotes {
    @Override
    public String name(Object object) throws IOException {
      throw new IOException("no " + object);
    }

    @Override
    public Object standIn(String name) throws IOException {
      throw new IOException("no " + name);
    }
  }
}
