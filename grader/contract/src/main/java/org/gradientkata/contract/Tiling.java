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
    Tile cut(int rows, int columns, int share, boolean transB, int threads) {
      double work = (double) rows * columns * share;
      int parts = (int) Math.max(1, Math.min(threads, work / WORTH_A_HAND));
      return rows >= columns // the longer side, as each part reads all of the other
          ? new Tile(even(rows, parts, WIDTH), columns, share, share)
          : new Tile(rows, even(columns, parts, WIDTH), share, share);
    }
  },

  /**
   * Tiles of a million multiplications: up to there OpenBLAS's kernels for AVX-512 read the factors
   * where they are. Packing them first costs the products of small networks a fifth of their time.
   */
  SMALL {
    @Override
    Tile cut(int rows, int columns, int share, boolean transB, int threads) {
      if ((double) rows * columns * share <= UNPACKED) {
        return LARGE.cut(rows, columns, share, transB, threads);
      }
      int depth = even(share, count(share, DEEPEST), WIDTH);
      // Where B is transposed, only narrow tiles are read in place.
      int side = transB ? NARROW : Math.max(NARROW, (int) Math.sqrt(UNPACKED / depth) / 16 * 16);
      side = Math.min(side, WIDEST);
      int width = even(columns, count(columns, side), WIDTH);
      int highest = transB ? side : (int) UNPACKED / depth / width / HEIGHT * HEIGHT;
      int down = count(rows, highest);
      // A tall product is cut for each thread into as many tiles as for the others.
      int parts = rows >= columns ? count(down, threads) * threads : down;
      return new Tile(even(rows, parts, HEIGHT), width, depth, share);
    }
  };

  /** Multiplications that take longer than it takes to call for help, some 10 µs. */
  private static final double WORTH_A_HAND = 400_000;

  private static final double UNPACKED = 1_000_000;
  private static final int NARROW = 32;

  /** Where the sums are short, tiles of 132×64 are a tenth faster than those of 88×88. */
  private static final int WIDEST = 64;

  private static final int DEEPEST = (int) UNPACKED / NARROW / NARROW;

  /** Cuts are at multiples of what a processor multiplies at once, side by side and in rows. */
  private static final int WIDTH = 8;

  private static final int HEIGHT = 4;

  /**
   * The size of the tiles; those at the end may be smaller.
   *
   * @param rows of the product
   * @param columns of the product
   * @param inner terms of each of its sums
   * @param transB whether the right factor is read transposed
   * @param threads how many will share the tiles
   */
  Tile of(int rows, int columns, int inner, boolean transB, int threads) {
    int share = share(rows, columns, inner, threads);
    return cut(rows, columns, share, transB, count(threads, count(inner, share)));
  }

  abstract Tile cut(int rows, int columns, int share, boolean transB, int threads);

  /**
   * Sums that are much longer than the product is high and wide are shared by their terms: so each
   * thread needs its own pixels and its own weights only, and finds them in its cache, where it has
   * put them when it took the batch and updated the weights.
   */
  private static int share(int rows, int columns, int inner, int threads) {
    double worth = (double) rows * columns * inner / WORTH_A_HAND;
    int most = Math.min(threads, inner / Math.max(rows, columns) / 2);
    int shares = (int) Math.min(most, worth);
    return shares > 1 ? even(inner, shares, WIDTH) : inner;
  }

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

  private static int even(int length, int parts, int multiple) {
    int each = count(length, parts);
    return parts == 1 ? length : Math.min(length, count(each, multiple) * multiple);
  }

  /**
   * A size.
   *
   * @param rows of the product
   * @param columns of the product
   * @param inner terms that are summed at once
   * @param share terms of a sum that are added up together; those of other shares come to it later
   */
  record Tile(int rows, int columns, int inner, int share) {}
}
