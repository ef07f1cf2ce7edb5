package org.gradientkata.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("matrix products")
class ProductsTest {
  /** A sum of k products of numbers of size 1 is off by about k·2⁻⁵³, whatever its order. */
  private static final double ROUNDING_PER_TERM = 1e-15;

  static Stream<Backend> backends() {
    Stream<Backend> cut =
        Stream.of(Tiling.values())
            .map(t -> new BlasBackend(t + " tiles", JavaBLAS.getInstance(), t));
    return Stream.concat(Backends.available().stream(), cut);
  }

  static Stream<Arguments> namedBackends() {
    return backends().map(b -> Arguments.of(b.name(), b));
  }

  static Stream<Arguments> backendsAndShapes() {
    List<int[]> shapes =
        List.of(
            new int[] {1, 1, 1},
            new int[] {2, 3, 4},
            new int[] {5, 1, 7},
            new int[] {1, 9, 1},
            new int[] {33, 65, 17},
            new int[] {100, 784, 10},
            // So large that helpers take parts of it: of the rows, of the columns, of the sums.
            new int[] {197, 83, 101},
            new int[] {101, 83, 197},
            new int[] {40, 2_000, 70});
    return backends()
        .flatMap(b -> shapes.stream().map(s -> Arguments.of(b.name(), s[0], s[1], s[2], b)));
  }

  @ParameterizedTest(name = "{0}: {1}x{2} times {2}x{3}")
  @MethodSource("backendsAndShapes")
  @DisplayName("every backend agrees with the definition, plain and transposed")
  void everyBackendAgreesWithTheDefinition(String name, int m, int k, int n, Backend backend) {
    DMatrixRMaj A = random(m, k, 1);
    DMatrixRMaj B = random(k, n, 2);
    DMatrixRMaj expected = byDefinition(A, B);

    DMatrixRMaj C = new DMatrixRMaj(m, n);
    C.fill(99);
    backend.mult(A, B, C);
    assertClose(C, expected, k);
    C.fill(99);
    backend.multTransA(transposed(A), B, C);
    assertClose(C, expected, k);
    C.fill(99);
    backend.multTransB(A, transposed(B), C);
    assertClose(C, expected, k);
  }

  static Stream<Arguments> backendsAndInkedColumns() {
    // Of every 28: all, most, as many as MNIST has, few; and a single one of all 784.
    return Stream.of(28, 22, 18, 3, 0)
        .flatMap(ink -> backends().map(b -> Arguments.of(b.name(), ink, b)));
  }

  @ParameterizedTest(name = "{0}: {1} of every 28 columns")
  @MethodSource("backendsAndInkedColumns")
  @DisplayName("columns of zeros change nothing, however many there are")
  void columnsOfZerosChangeNothing(String name, int ink, Backend backend) {
    int units = 64;
    DMatrixRMaj X = pictures(ink);
    DMatrixRMaj W = random(784, units, 2);
    DMatrixRMaj dY = random(X.numRows, units, 3);

    DMatrixRMaj Y = new DMatrixRMaj(X.numRows, units);
    Y.fill(99);
    backend.mult(X, W, Y);
    assertClose(Y, byDefinition(X, W), X.numCols);
    DMatrixRMaj dW = new DMatrixRMaj(784, units);
    dW.fill(99);
    backend.multTransA(X, dY, dW);
    assertClose(dW, byDefinition(transposed(X), dY), X.numRows);
  }

  /** 100 pictures with random ink in the middle of each row of 28 pixels, zeros at both sides. */
  private static DMatrixRMaj pictures(int ink) {
    DMatrixRMaj X = random(100, 784, 1);
    int margin = (28 - ink) / 2;
    for (int i = 0; i < X.getNumElements(); i++) {
      int column = i % 28;
      if (column < margin || column >= margin + ink) {
        X.data[i] = 0;
      }
    }
    X.data[99 * 784 + 400] = 1; // in one picture alone, the last
    return X;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namedBackends")
  @DisplayName("a NaN among zeros spoils what it is multiplied with, and nothing else")
  void notANumberAmongZerosIsSeen(String name, Backend backend) {
    DMatrixRMaj X = pictures(18);
    X.data[50 * 784 + 1] = Double.NaN; // picture 50, in the margin
    DMatrixRMaj Y = new DMatrixRMaj(100, 64);

    backend.mult(X, random(784, 64, 2), Y);

    for (int row = 0; row < 100; row++) {
      assertThat(Double.isNaN(Y.get(row, 0))).as("row " + row).isEqualTo(row == 50);
    }
  }

  @ParameterizedTest(name = "{0}x{1} times {1}x{2}")
  @CsvSource({"0, 3, 2", "2, 0, 3", "2, 3, 0", "0, 0, 0"})
  @DisplayName("an empty factor gives an empty product, and a sum over nothing is 0")
  void emptyFactorsGiveEmptyProducts(int m, int k, int n) {
    DMatrixRMaj C = new DMatrixRMaj(4, 4);
    C.fill(99);

    Products.mult(new DMatrixRMaj(m, k), new DMatrixRMaj(k, n), C);

    assertThat(Shapes.of(C)).isEqualTo(Shapes.of(m, n));
    assertThat(Arrays.copyOf(C.data, m * n)).isEqualTo(new double[m * n]);
  }

  @Test
  @DisplayName("an array longer than its matrix does no harm")
  void longerArraysDoNoHarm() {
    DMatrixRMaj A = new DMatrixRMaj(9, 9);
    A.fill(99);
    A.reshape(2, 3);
    A.setTo(random(2, 3, 3));
    DMatrixRMaj B = random(3, 2, 4);
    DMatrixRMaj C = new DMatrixRMaj(7, 7);

    Products.mult(A, B, C);

    assertClose(C, byDefinition(A, B), 3);
  }

  @Test
  @SetSystemProperty(key = "kata.lang", value = "en")
  @DisplayName("shapes that don't fit are refused with both shapes")
  void shapesThatDoNotFitAreRefused() {
    DMatrixRMaj A = new DMatrixRMaj(2, 3);
    DMatrixRMaj B = new DMatrixRMaj(2, 3);
    DMatrixRMaj C = new DMatrixRMaj(1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.mult(A, B, C))
        .withMessage("A is 2x3 and B is 2x3: the columns of A (3) must equal the rows of B (2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.multTransA(A, new DMatrixRMaj(3, 3), C))
        .withMessageContaining("the rows of A (2) must equal the rows of B (3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.multTransB(A, new DMatrixRMaj(3, 2), C))
        .withMessageContaining("the columns of A (3) must equal the columns of B (2)");
  }

  @Test
  @SetSystemProperty(key = "kata.lang", value = "ja")
  @DisplayName("shapes that don't fit are refused in Japanese, too")
  void shapesThatDoNotFitAreRefusedInJapanese() {
    DMatrixRMaj A = new DMatrixRMaj(2, 3);
    DMatrixRMaj B = new DMatrixRMaj(2, 1500);
    DMatrixRMaj C = new DMatrixRMaj(1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.mult(A, B, C))
        .withMessage("A は 2x3、B は 2x1500 です。A の列数 3 と B の行数 2 が等しくなければ掛けられません");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.multTransA(A, new DMatrixRMaj(3, 3), C))
        .withMessageContaining("Aᵀ·B では、A の行数 2 と B の行数 3 が");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.multTransB(A, B, C))
        .withMessageContaining("A·Bᵀ では、A の列数 3 と B の列数 1500 が");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.multTransA(A, A, A))
        .withMessageContaining("別のもの");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'dY is 2x3, expected 3x2'",
    "ja, 'dY is 2x3, expected 3x2(dY の形が 2x3 です。期待は 3x2)'",
  })
  @DisplayName(
      "a matrix of another shape is refused in English words, and in Japanese ones as well")
  @RestoreSystemProperties
  void otherShapeIsRefused(String language, String message) {
    System.setProperty("kata.lang", language);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.require("dY", new DMatrixRMaj(2, 3), 3, 2))
        .withMessage(message);
  }

  @Test
  @DisplayName("the result must be another matrix than the factors")
  void resultMustBeAnotherMatrix() {
    DMatrixRMaj A = new DMatrixRMaj(2, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Products.mult(A, new DMatrixRMaj(2, 2), A));
  }

  @Test
  @DisplayName("a backend that isn't there is refused with those that are")
  void missingBackendIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backends.choose("abacus"))
        .withMessageContaining("abacus")
        .withMessageContaining("ejml");
    assertThat(Backends.choose("ejml").name()).isEqualTo("ejml");
  }

  private static DMatrixRMaj byDefinition(DMatrixRMaj A, DMatrixRMaj B) {
    DMatrixRMaj C = new DMatrixRMaj(A.numRows, B.numCols);
    for (int i = 0; i < A.numRows; i++) {
      for (int j = 0; j < B.numCols; j++) {
        double sum = 0;
        for (int k = 0; k < A.numCols; k++) {
          sum += A.get(i, k) * B.get(k, j);
        }
        C.set(i, j, sum);
      }
    }
    return C;
  }

  private static DMatrixRMaj transposed(DMatrixRMaj A) {
    DMatrixRMaj T = new DMatrixRMaj(A.numCols, A.numRows);
    for (int i = 0; i < A.numRows; i++) {
      for (int j = 0; j < A.numCols; j++) {
        T.set(j, i, A.get(i, j));
      }
    }
    return T;
  }

  private static DMatrixRMaj random(int rows, int columns, long seed) {
    RandomSource random = new RandomSource(seed);
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = random.nextDouble(-1, 1);
    }
    return matrix;
  }

  private static void assertClose(DMatrixRMaj C, DMatrixRMaj expected, int terms) {
    assertThat(Shapes.of(C)).isEqualTo(Shapes.of(expected));
    for (int i = 0; i < expected.getNumElements(); i++) {
      assertThat(C.data[i])
          .isCloseTo(expected.data[i], Offset.offset(ROUNDING_PER_TERM * (terms + 1)));
    }
  }
}
