package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

@SetSystemProperty(key = "kata.lang", value = "en")
@Timeout(30)
@DisplayName("Loading a set")
class DatasetLoaderTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path root;
  private Path given;
  private Path checkout;
  private Path cache;

  @BeforeEach
  void layOut() throws IOException {
    given = root.resolve("given");
    checkout = root.resolve("kit/datasets/mnist");
    cache = root.resolve("cache/mnist");
    Files.createDirectories(root.resolve("kit/.mvn"));
  }

  @Test
  @DisplayName("asks the named folder first, then the checkout, then the cache, then a mirror")
  void orderOfPlaces() throws IOException {
    Idx.publish(given);
    Idx.publish(checkout);
    Idx.publish(cache);
    try (Mirror mirror = Mirror.good()) {
      assertThat(load(loader(given.toString(), mirror)).origin()).contains(given.toString());
      assertThat(load(loader(null, mirror)).origin()).contains(checkout.toString());
      delete(checkout);
      assertThat(load(loader(null, mirror)).origin()).contains(cache.toString());
      assertThat(mirror.requests()).isZero();

      delete(cache);
      Dataset downloaded = load(loader(null, mirror));

      assertThat(mirror.requests()).isEqualTo(4);
      assertThat(downloaded.origin()).contains(cache.toString());
      assertThat(downloaded.name()).isEqualTo("MNIST");
      assertThat(downloaded.synthetic()).isFalse();
      assertThat(downloaded.note()).isEmpty();
      assertThat(downloaded.train().labels()).containsExactly(7, 8, 9);
      assertThat(downloaded.test().count()).isEqualTo(3);
      assertThat(load(loader(null, mirror))).isEqualTo(downloaded);
      assertThat(mirror.requests()).as("requests once the cache is filled").isEqualTo(4);
    }
  }

  @Test
  @DisplayName("takes the set's own folder inside of the named one")
  void namedFolderMayHoldSeveralSets() throws IOException {
    Idx.publish(given.resolve("mnist"));

    assertThat(load(loader(given.toString(), null)).origin())
        .contains(given.resolve("mnist").toString());
  }

  @Test
  @DisplayName("takes decompressed files, with a hyphen or with a dot in their names")
  void namesOfDecompressedFiles() throws IOException {
    for (Part part : Part.values()) {
      String name = part.images() ? part.fileName() : part.fileName().replace("-idx", ".idx");
      Idx.file(given, name, Idx.published(part));
    }

    assertThat(load(loader(given.toString(), null)).train().count()).isEqualTo(3);
  }

  @Test
  @DisplayName("never passes over a named folder that is missing, empty or incomplete")
  void namedFolderMustBeRight() throws IOException {
    Idx.publish(checkout);
    DatasetLoader loader = loader(given.toString(), null);

    assertThat(failure(() -> loader.loadOrSynthetic(ImageSet.MNIST, Progress.NONE)))
        .hasMessageContainingAll(given.toString(), "kata.data")
        .extracting(DatasetException::problem)
        .isEqualTo(Problem.NO_SUCH_FOLDER);

    Idx.publish(given);
    Files.delete(given.resolve(Part.TEST_LABELS.gzipName()));
    assertThat(failure(() -> loader.loadOrSynthetic(ImageSet.MNIST, Progress.NONE)))
        .hasMessageContaining("missing here: " + Part.TEST_LABELS.gzipName())
        .extracting(DatasetException::problem)
        .isEqualTo(Problem.INCOMPLETE_FOLDER);
  }

  @Test
  @DisplayName("says so when files in a named folder are sound but not the published ones")
  void namedFolderMayHoldOtherImages() throws IOException {
    Idx.publish(given);
    Idx.file(given, Part.TEST_LABELS.gzipName(), Idx.labels(0, 0, 0));

    Dataset dataset = load(loader(given.toString(), null));

    assertThat(dataset.test().labels()).containsExactly(0, 0, 0);
    assertThat(dataset.note()).contains("MNIST", Part.TEST_LABELS.gzipName());
    assertThat(dataset.note()).doesNotContain(Part.TRAIN_IMAGES.gzipName());
  }

  @Test
  @DisplayName("notices the files of one set where another was asked for")
  void noticesTheOtherSet() throws IOException {
    Idx.publish(given);
    DatasetLoader loader = loader(given.toString(), null);

    assertThat(failure(() -> loader.load(ImageSet.FASHION_MNIST, Progress.NONE)))
        .hasMessageContainingAll("file of MNIST", "Fashion-MNIST was asked for")
        .extracting(DatasetException::problem)
        .isEqualTo(Problem.WRONG_SET);
  }

  @Test
  @DisplayName("refuses a damaged or incomplete checkout instead of passing over it")
  void checkoutMustBeRight() throws IOException {
    Idx.publish(cache);
    Idx.publish(checkout);
    Path file = Idx.file(checkout, Part.TRAIN_LABELS.gzipName(), Idx.labels(7, 8, 1));
    DatasetLoader loader = loader(null, null);

    assertThat(failure(() -> loader.loadOrSynthetic(ImageSet.MNIST, Progress.NONE)))
        .hasMessageContaining(file.toString())
        .extracting(DatasetException::problem)
        .isEqualTo(Problem.WRONG_CHECKSUM);

    Files.delete(file);
    assertThat(failure(() -> loader.load(ImageSet.MNIST, Progress.NONE)).problem())
        .isEqualTo(Problem.INCOMPLETE_FOLDER);
  }

  @Test
  @DisplayName("downloads again what is damaged in the cache, and only that")
  void repairsTheCache() throws IOException {
    Idx.publish(cache);
    Path damaged = cache.resolve(Part.TEST_IMAGES.gzipName());
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 20));
    try (Mirror mirror = Mirror.good()) {
      assertThat(load(loader(null, mirror)).test().count()).isEqualTo(3);

      assertThat(mirror.requests()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("asks no mirror with -Dkata.offline=true")
  void offlineAsksNoMirror() throws IOException {
    try (Mirror mirror = Mirror.good()) {
      DatasetLoader loader = loader(null, true, mirror.address());

      assertThat(failure(() -> loader.load(ImageSet.MNIST, Progress.NONE)))
          .hasMessageContainingAll(cache.toString(), "kata.offline")
          .extracting(DatasetException::problem)
          .isEqualTo(Problem.OFFLINE);
      assertThat(mirror.requests()).isZero();
      assertThat(cache).doesNotExist();
    }
  }

  @Test
  @DisplayName("falls back on synthetic digits and says why")
  void fallsBack() throws IOException {
    DatasetLoader loader = loader(null, true, URI.create("http://127.0.0.1:9/"));

    Dataset dataset = loader.loadOrSynthetic(ImageSet.FASHION_MNIST, Progress.NONE);

    assertThat(dataset.synthetic()).isTrue();
    assertThat(dataset.name()).isEqualTo("synthetic digits");
    assertThat(dataset.note()).contains("NOT Fashion-MNIST", "kata.offline");
    assertThat(dataset.train().count()).isEqualTo(60_000);
    assertThat(dataset.test().count()).isEqualTo(10_000);
    assertThat(dataset.train().first(5)).isNotEqualTo(dataset.test().first(5));
    assertThat(dataset.train().first(5)).isEqualTo(SyntheticDigits.generate(5, 1));
  }

  @Test
  @DisplayName("falls back on nothing when the download is interrupted")
  void interruptIsNoReasonToFallBack() throws Exception {
    try (Mirror mirror = Mirror.silent()) {
      DatasetLoader loader = loader(null, mirror);
      AtomicReference<DatasetException> thrown = new AtomicReference<>();
      Thread thread =
          new Thread(
              () ->
                  thrown.set(failure(() -> loader.loadOrSynthetic(ImageSet.MNIST, Progress.NONE))));
      thread.start();
      mirror.awaitRequest();
      thread.interrupt();
      thread.join();

      assertThat(thrown.get().problem()).isEqualTo(Problem.INTERRUPTED);
    }
  }

  private DatasetLoader loader(String named, Mirror mirror) {
    return mirror == null
        ? loader(named, true, URI.create("http://127.0.0.1:9/"))
        : loader(named, false, mirror.address());
  }

  private DatasetLoader loader(String named, boolean offline, URI mirror) {
    Places places =
        new Places(Optional.ofNullable(named), root.resolve("kit"), root.resolve("cache"), offline);
    Map<Part, String> sums =
        List.of(Part.values()).stream()
            .collect(
                Collectors.toMap(Function.identity(), part -> Idx.sha256(Idx.published(part))));
    Source own = new Source(List.of(mirror), sums);
    Function<ImageSet, Source> sources = set -> set == ImageSet.MNIST ? own : set.source();
    Limits limits = new Limits(LONG, LONG, LONG, 1, Duration.ofMillis(1));
    return new DatasetLoader(new DatasetFinder(places, new Downloader(limits), sources));
  }

  private static Dataset load(DatasetLoader loader) throws DatasetException {
    return loader.load(ImageSet.MNIST, Progress.NONE);
  }

  private static DatasetException failure(ThrowingCallable call) {
    DatasetException e = catchThrowableOfType(DatasetException.class, call);
    assertThat(e).isNotNull();
    return e;
  }

  private static void delete(Path folder) throws IOException {
    for (Part part : Part.values()) {
      Files.delete(folder.resolve(part.gzipName()));
    }
  }
}
