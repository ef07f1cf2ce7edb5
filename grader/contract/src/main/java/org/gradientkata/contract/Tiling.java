package org.gradientkata.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How a product of matrices is cut in tiles, which threads take one after the other. */
enum Tiling {
  /** As few tiles as there are threads: the library packs both factors anew for each. */
  LARGE {
    @Override
    Tile of(int rows, int columns, int inner, boolean transB, int threads) {
      double work = (double) rows * columns * inner;
      int parts = (int) Math.max(1, Math.min(threads, work / WORTH_A_HAND));
      return rows >= columns // the longer side, as each part reads all of the other
          ? new Tile(even(rows, parts), columns, inner)
          : new Tile(rows, even(columns, parts), inner);
    }
  },

  /**
   * Tiles of a million multiplications: up to there OpenBLAS's kernels for AVX-512 read the factors
   * where they are. Packing them first costs the products of small networks a fifth of their time.
   */
  SMALL {
    @Override
    Tile of(int rows, int columns, int inner, boolean transB, int threads) {
      if ((double) rows * columns * inner <= UNPACKED) {
        return LARGE.of(rows, columns, inner, transB, threads);
      }
      int depth = even(inner, count(inner, DEEPEST));
      // Where B is transposed, only narrow tiles are read in place.
      int side = transB ? NARROW : Math.max(NARROW, (int) Math.sqrt(UNPACKED / depth) / 16 * 16);
      return new Tile(even(rows, count(rows, side)), even(columns, count(columns, side)), depth);
    }
  };

  /** Multiplications that take longer than it takes to call for help, some 10 µs. */
  private static final double WORTH_A_HAND = 400_000;

  private static final double UNPACKED = 1_000_000;
  private static final int NARROW = 32;
  private static final int DEEPEST = (int) UNPACKED / NARROW / NARROW;

  /** Cuts are at multiples of what a processor multiplies at once. */
  private static final int WIDTH = 8;

  /**
   * The size of the tiles; those at the end may be smaller.
   *
   * @param rows of the product
   * @param columns of the product
   * @param inner terms of each of its sums
   * @param transB whether the right factor is read transposed
   * @param threads how many will share the tiles
   */
  abstract Tile of(int rows, int columns, int inner, boolean transB, int threads);

  /** What suits OpenBLAS on this machine. */
  static Tiling ofOpenBlas() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.anyMatch(line -> line.contains("avx512f")) ? SMALL : LARGE;
    } catch (IOException | RuntimeException e) {
      return LARGE; // not Linux, or hidden: as on any other processor
    }
  }

  /** How many tiles it takes. */
  static int count(int length, int tile) {
    return (length + tile - 1) / tile;
  }

  private static int even(int length, int parts) {
    int each = count(length, parts);
    return parts == 1 ? length : Math.min(length, count(each, WIDTH) * WIDTH);
  }

  /**
   * A size.
   *
   * @param rows of the product
   * @param columns of the product
   * @param inner terms that are summed at once
   */
  record Tile(int rows, int columns, int inner) {}
}
