package org.gradientkata.datasets;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradientkata.datasets.FoundFiles.Place;

/**
 * Finds the files of a set: in the folder that {@code -Dkata.data} or the environment variable
 * {@code KATA_DATA} names, in the checkout's {@code datasets/<set>}, in the user's cache, and at
 * last on a mirror, from which they go into the cache.
 *
 * <p>A folder that was named explicitly but is wrong, or one in the checkout that is incomplete, is
 * an error: whoever put it there expects it to be used.
 */
public final class DatasetFinder {

  private final Places places;
  private final Downloader downloader;
  private final Function<ImageSet, Source> sources;

  /** Creates a finder that looks where this process's properties and environment say. */
  public DatasetFinder() {
    this(Places.ofThisProcess(), new Downloader(Limits.STANDARD), ImageSet::source);
  }

  /**
   * Creates a finder.
   *
   * @param places where to look
   * @param downloader how to download
   * @param sources mirrors and sums of each set
   */
  DatasetFinder(Places places, Downloader downloader, Function<ImageSet, Source> sources) {
    this.places = places;
    this.downloader = downloader;
    this.sources = sources;
  }

  /**
   * Looks for a set without the network. The content of the files is not looked at.
   *
   * @param set which set
   * @return its files, or empty if no place has them all
   * @throws DatasetException if the explicitly named folder is missing or incomplete, or if the
   *     checkout's is incomplete
   */
  public Optional<FoundFiles> onDisk(ImageSet set) throws DatasetException {
    if (places.given().isPresent()) {
      return Optional.of(given(set, places.given().get()));
    }
    Optional<Path> checkout = places.checkout(set);
    if (checkout.isPresent()) {
      Map<Part, Path> files = filesIn(checkout.get());
      if (!files.isEmpty()) {
        return Optional.of(complete(Place.CHECKOUT, set, checkout.get(), files));
      }
    }
    return cached(set);
  }

  /**
   * Downloads what the cache lacks or holds damaged.
   *
   * @param set which set
   * @param progress hears of the bytes
   * @return the files, all in the cache and verified
   * @throws DatasetException if downloads are forbidden, no mirror delivers, or the cache can't be
   *     written; no half-written file is left
   */
  public FoundFiles download(ImageSet set, Progress progress) throws DatasetException {
    Path folder = places.cache(set);
    long deadline = downloader.deadline();
    for (Part part : Part.values()) {
      if (!sound(set, part)) {
        if (places.offline()) {
          throw new DatasetException(Problem.OFFLINE, null, set.title(), folder);
        }
        downloader.fetch(part, sources.apply(set), folder, deadline, progress);
      }
    }
    return complete(Place.CACHE, set, folder, filesIn(folder));
  }

  /** The published SHA-256 of a file of a set. */
  String sum(ImageSet set, Part part) {
    return sources.apply(set).sums().get(part);
  }

  private boolean sound(ImageSet set, Part part) {
    Path file = places.cache(set).resolve(part.gzipName());
    try {
      return Files.isRegularFile(file)
          && IdxFile.read(file, part.images()).sha256().equals(sum(set, part));
    } catch (DatasetException e) {
      // Whatever is wrong with it, a fresh download replaces it or says why it can't.
      return false;
    }
  }

  private static FoundFiles given(ImageSet set, String text) throws DatasetException {
    Path folder;
    try {
      folder = Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new DatasetException(Problem.NO_SUCH_FOLDER, e, text);
    }
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(Problem.NO_SUCH_FOLDER, null, folder);
    }
    // One KATA_DATA can serve several sets, each in its own folder.
    Path own = folder.resolve(set.folder());
    Path used = Files.isDirectory(own) ? own : folder;
    return complete(Place.GIVEN, set, used, filesIn(used));
  }

  private Optional<FoundFiles> cached(ImageSet set) {
    Path folder = places.cache(set);
    Map<Part, Path> files = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      Path file = folder.resolve(part.gzipName());
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      files.put(part, file);
    }
    return Optional.of(found(Place.CACHE, folder, files));
  }

  private static FoundFiles complete(Place place, ImageSet set, Path folder, Map<Part, Path> files)
      throws DatasetException {
    if (files.size() < Part.values().length) {
      String missing =
          List.of(Part.values()).stream()
              .filter(part -> !files.containsKey(part))
              .map(Part::gzipName)
              .collect(Collectors.joining(", "));
      throw new DatasetException(Problem.INCOMPLETE_FOLDER, null, folder, set.title(), missing);
    }
    return found(place, folder, files);
  }

  private static FoundFiles found(Place place, Path folder, Map<Part, Path> files) {
    return new FoundFiles(place, files, Messages.text("ORIGIN_" + place.name(), folder));
  }

  /** The set's files in a folder: gzipped, decompressed, or with the dot that some archives use. */
  private static Map<Part, Path> filesIn(Path folder) {
    Map<Part, Path> files = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String name = part.fileName();
      String dotted = name.replace("-idx", ".idx");
      for (String candidate : List.of(name + ".gz", name, dotted)) {
        if (Files.exists(folder.resolve(candidate))) {
          files.putIfAbsent(part, folder.resolve(candidate));
        }
      }
    }
    return files;
  }
}
