package org.gradientkata.labs.experiment;

import java.io.UncheckedIOException;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;

/** Where a lab's images come from. They may have to be downloaded, so a lab asks late. */
public interface ImageSource {

  /**
   * Gets the images.
   *
   * @return the images; {@link Dataset#synthetic()} tells whether a program drew them
   * @throws DatasetException if they can't be had or are not as they should be
   */
  Dataset load() throws DatasetException;

  /**
   * Gets the images where no checked exception may pass.
   *
   * @return as {@link #load}
   * @throws UncheckedIOException around the {@link DatasetException}
   */
  default Dataset images() {
    try {
      return load();
    } catch (DatasetException e) {
      throw new UncheckedIOException(e);
    }
  }
}
