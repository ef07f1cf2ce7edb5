package org.gradientkata.datasets;

import java.nio.file.Path;
import java.util.Map;

/**
 * The four files of a set and the place where they are.
 *
 * @param place which of the places it is
 * @param files the file of each part
 * @param origin the place in words, for the user
 */
public record FoundFiles(Place place, Map<Part, Path> files, String origin) {

  /** The places where data may be, in the order in which they are asked. */
  public enum Place {
    /** The folder that {@code -Dkata.data} or {@code KATA_DATA} names. */
    GIVEN,
    /** The checkout's {@code datasets} folder. */
    CHECKOUT,
    /** The user's cache. */
    CACHE
  }

  /**
   * Takes a copy of the map.
   *
   * @param place which of the places it is
   * @param files the file of each part; not modified
   * @param origin the place in words, for the user
   */
  public FoundFiles {
    files = Map.copyOf(files);
  }
}
