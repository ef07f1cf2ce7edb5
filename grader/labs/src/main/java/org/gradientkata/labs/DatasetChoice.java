package org.gradientkata.labs;

import java.util.Locale;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.Progress;

/** The sets of images that a run can train on. */
public enum DatasetChoice {
  /** Handwritten digits; synthetic ones where they can't be had. */
  MNIST {
    @Override
    public Dataset load(Progress progress) throws DatasetException {
      return Datasets.loadOrSynthetic(ImageSet.MNIST, progress);
    }
  },
  /**
   * Ten kinds of clothing. Digits are no stand-in for them: if they can't be had, that's an error.
   */
  FASHION_MNIST {
    @Override
    public Dataset load(Progress progress) throws DatasetException {
      return Datasets.load(ImageSet.FASHION_MNIST, progress);
    }
  },
  /** Digits drawn by a program. */
  SYNTHETIC {
    @Override
    public Dataset load(Progress progress) {
      return Datasets.synthetic();
    }
  };

  /**
   * Gets the images, from disk or from a mirror.
   *
   * @param progress hears of a download
   * @return the images; {@link Dataset#synthetic()} tells whether a program drew them
   * @throws DatasetException if they can't be had or are not as they should be
   */
  public abstract Dataset load(Progress progress) throws DatasetException;

  /**
   * The name on the command line.
   *
   * @return such as {@code fashion-mnist}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
