package org.gradientkata.datasets;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.gradientkata.datasets.FoundFiles.Place;

/** Reads the files that a finder found, and checks that they are the published ones. */
final class DatasetLoader {

  private static final int SYNTHETIC_TRAIN = 60_000;
  private static final int SYNTHETIC_TEST = 10_000;
  private static final long TRAIN_SEED = 1;
  private static final long TEST_SEED = 2;

  private final DatasetFinder finder;

  /** Creates a loader that asks the given finder. */
  DatasetLoader(DatasetFinder finder) {
    this.finder = finder;
  }

  /** See {@link Datasets#load}. */
  Dataset load(ImageSet set, Progress progress) throws DatasetException {
    Optional<Dataset> local = fromDisk(set);
    return local.isPresent() ? local.get() : read(set, finder.download(set, progress));
  }

  /** See {@link Datasets#loadOrSynthetic}. */
  Dataset loadOrSynthetic(ImageSet set, Progress progress) throws DatasetException {
    Optional<Dataset> local = fromDisk(set);
    if (local.isPresent()) {
      return local.get();
    }
    try {
      return read(set, finder.download(set, progress));
    } catch (DatasetException e) {
      if (e.problem() == Problem.INTERRUPTED) {
        // Whoever stopped the download didn't ask for a training run on something else.
        throw e;
      }
      return synthetic(Messages.text("SYNTHETIC_NOTE", set.title(), e.getMessage()));
    }
  }

  /** Synthetic digits in MNIST's numbers, with fixed seeds. */
  static Dataset synthetic(String note) {
    return new Dataset(
        Messages.text("SYNTHETIC_NAME"),
        SyntheticDigits.generate(SYNTHETIC_TRAIN, TRAIN_SEED),
        SyntheticDigits.generate(SYNTHETIC_TEST, TEST_SEED),
        Messages.text("SYNTHETIC_ORIGIN", TRAIN_SEED, TEST_SEED),
        true,
        note);
  }

  private Optional<Dataset> fromDisk(ImageSet set) throws DatasetException {
    Optional<FoundFiles> found = finder.onDisk(set);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(set, found.get()));
    } catch (DatasetException e) {
      if (found.get().place() == Place.CACHE) {
        // The cache is the kit's own: a damaged file there is replaced, not complained about.
        return Optional.empty();
      }
      throw e;
    }
  }

  private Dataset read(ImageSet set, FoundFiles found) throws DatasetException {
    Map<Part, IdxFile> files = new EnumMap<>(Part.class);
    StringJoiner unknown = new StringJoiner(", ");
    for (Part part : Part.values()) {
      Path path = found.files().get(part);
      IdxFile file = IdxFile.read(path, part.images());
      if (!file.sha256().equals(finder.sum(set, part))) {
        refuseUnlessGiven(set, part, file, found.place());
        unknown.add(path.getFileName().toString());
      }
      files.put(part, file);
    }
    String note =
        unknown.length() == 0 ? "" : Messages.text("UNPUBLISHED_NOTE", set.title(), unknown);
    return new Dataset(
        set.title(),
        IdxReader.joined(files.get(Part.TRAIN_IMAGES), files.get(Part.TRAIN_LABELS)),
        IdxReader.joined(files.get(Part.TEST_IMAGES), files.get(Part.TEST_LABELS)),
        found.origin(),
        false,
        note);
  }

  /** Files that someone named explicitly may be his own, but not those of another set. */
  private void refuseUnlessGiven(ImageSet set, Part part, IdxFile file, Place place)
      throws DatasetException {
    for (ImageSet other : ImageSet.values()) {
      if (file.sha256().equals(finder.sum(other, part))) {
        throw new DatasetException(
            Problem.WRONG_SET, null, file.path(), other.title(), set.title());
      }
    }
    if (place != Place.GIVEN) {
      throw new DatasetException(
          Problem.WRONG_CHECKSUM, null, file.path(), file.sha256(), finder.sum(set, part));
    }
  }
}
