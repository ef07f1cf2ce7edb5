package org.gradientkata.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

@SetSystemProperty(key = "kata.lang", value = "en")
@Timeout(30)
@DisplayName("The downloader")
class DownloaderTest {

  private static final Part PART = Part.TRAIN_LABELS;
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Limits PATIENT = new Limits(LONG, LONG, LONG, 3, MOMENT);
  private static final Limits HASTY =
      new Limits(LONG, Duration.ofMillis(200), Duration.ofMinutes(5), 1, MOMENT);

  @TempDir Path parent;

  @Test
  @DisplayName("puts the verified file under its name, and nothing else")
  void bringsTheFile() throws IOException {
    try (Mirror mirror = Mirror.good()) {
      fetch(PATIENT, mirror.address());

      assertThat(names()).containsExactly(PART.gzipName());
      assertThat(IdxFile.read(folder().resolve(PART.gzipName()), false).data())
          .containsExactly(7, 8, 9);
    }
  }

  @Test
  @DisplayName("takes a file that the mirror didn't compress")
  void takesUncompressedFiles() throws IOException {
    try (Mirror mirror = Mirror.sending(Idx.published(PART))) {
      fetch(PATIENT, mirror.address());

      assertThat(names()).containsExactly(PART.gzipName());
    }
  }

  @Test
  @DisplayName("reports bytes up to the announced length")
  void reportsProgress() throws IOException {
    long length = Idx.gzip(Idx.published(PART)).length;
    List<List<Object>> reports = new ArrayList<>();
    try (Mirror mirror = Mirror.good()) {
      downloader(PATIENT)
          .fetch(
              PART,
              source(mirror.address()),
              folder(),
              deadline(PATIENT),
              (file, done, total) -> reports.add(List.of(file, done, total)));
    }

    assertThat(reports).last().isEqualTo(List.of(PART.gzipName(), length, length));
  }

  @Test
  @DisplayName("asks the second mirror when the first answers 404, and doesn't ask the first again")
  void goesToTheSecondMirror() throws IOException {
    try (Mirror lost = Mirror.status(404);
        Mirror good = Mirror.good()) {
      fetch(PATIENT, lost.address(), good.address());

      assertThat(names()).containsExactly(PART.gzipName());
      assertThat(lost.requests()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("tries a busy mirror again")
  void triesAgain() throws IOException {
    try (Mirror busy =
        new Mirror(
            (exchange, request) -> {
              if (request < 3) {
                exchange.sendResponseHeaders(503, -1);
              } else {
                Mirror.send(exchange, Idx.gzip(Idx.published(PART)));
              }
            })) {
      fetch(PATIENT, busy.address());

      assertThat(busy.requests()).isEqualTo(3);
      assertThat(names()).containsExactly(PART.gzipName());
    }
  }

  @Test
  @DisplayName("gives up after the last round and lists what every mirror said")
  void givesUp() throws IOException {
    try (Mirror busy = Mirror.status(503);
        Mirror lost = Mirror.status(404)) {
      DatasetException e = failure(PATIENT, busy.address(), lost.address());

      assertThat(e.problem()).isEqualTo(Problem.BAD_STATUS);
      assertThat(e).hasMessageContainingAll(PART.gzipName(), "status 503", "status 404");
      assertThat(busy.requests()).isEqualTo(3);
      assertThat(lost.requests()).isEqualTo(1);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("keeps nothing whose decompressed bytes have another SHA-256")
  void refusesWrongChecksum() throws IOException {
    byte[] other = Idx.labels(7, 8, 8);
    try (Mirror mirror = Mirror.sending(Idx.gzip(other))) {
      DatasetException e = failure(PATIENT, mirror.address());

      assertThat(e.problem()).isEqualTo(Problem.WRONG_CHECKSUM);
      assertThat(e)
          .hasMessageContainingAll(
              Idx.sha256(other), "expected " + Idx.sha256(Idx.published(PART)));
      assertThat(mirror.requests()).isEqualTo(1);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("keeps nothing that isn't an IDX file")
  void refusesWebPage() throws IOException {
    try (Mirror portal = Mirror.sending("<html>log in first</html>".getBytes(UTF_8))) {
      DatasetException e = failure(PATIENT, portal.address());

      assertThat(e.problem()).isEqualTo(Problem.WRONG_CONTENT);
      assertThat(e).hasMessageContaining(portal.address().toString());
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("keeps nothing of a body that ends before its announced length")
  void refusesTruncatedBody() throws IOException {
    byte[] half = Arrays.copyOf(Idx.gzip(Idx.published(PART)), 12);
    try (Mirror mirror =
        new Mirror(
            (exchange, request) -> {
              exchange.sendResponseHeaders(200, 31);
              exchange.getResponseBody().write(half);
            })) {
      DatasetException e = failure(HASTY, mirror.address());

      assertThat(e.problem()).isIn(Problem.CONNECTION_LOST, Problem.TIME_LIMIT);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("gives up on a server that falls silent")
  void limitsSilence() throws IOException {
    try (Mirror mirror = Mirror.silent()) {
      DatasetException e = failure(HASTY, mirror.address());

      assertThat(e.problem()).isEqualTo(Problem.TIME_LIMIT);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("gives up when the time for the whole download is over")
  void limitsTheWhole() throws IOException {
    // Silence alone may last longer than this test: only the deadline can end it in time.
    Limits limits = new Limits(LONG, Duration.ofMinutes(5), Duration.ofMillis(300), 3, MOMENT);
    try (Mirror mirror = Mirror.silent()) {
      DatasetException e = failure(limits, mirror.address());

      assertThat(e.problem()).isEqualTo(Problem.TIME_LIMIT);
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("does not take more bytes than the file can have, announced or not")
  void capsTheSize() throws IOException {
    byte[] flood = new byte[200_000];
    try (Mirror announced = Mirror.silent(1L << 40);
        Mirror chunked =
            new Mirror(
                (exchange, request) -> {
                  exchange.sendResponseHeaders(200, 0);
                  exchange.getResponseBody().write(flood);
                })) {
      for (Mirror mirror : List.of(announced, chunked)) {
        DatasetException e = failure(PATIENT, mirror.address());

        assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(names()).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("says that no server can be reached")
  void namesMissingNetwork() throws IOException {
    URI closed;
    try (Mirror mirror = Mirror.good()) {
      closed = mirror.address();
    }

    DatasetException e = failure(HASTY, closed);

    assertThat(e.problem()).isEqualTo(Problem.NO_NETWORK);
    assertThat(e).hasMessageContainingAll(closed.toString(), "kata.data");
    assertThat(names()).isEmpty();
  }

  @Test
  @DisplayName("leaves nothing behind when it is interrupted, and keeps the interrupt")
  void stopsWhenInterrupted() throws Exception {
    try (Mirror mirror = Mirror.silent()) {
      AtomicReference<DatasetException> thrown = new AtomicReference<>();
      AtomicReference<Boolean> interrupted = new AtomicReference<>();
      Thread thread =
          new Thread(
              () -> {
                thrown.set(failure(PATIENT, mirror.address()));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
      mirror.awaitRequest();
      thread.interrupt();
      thread.join();

      assertThat(thrown.get().problem()).isEqualTo(Problem.INTERRUPTED);
      assertThat(interrupted.get()).isTrue();
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("says that the disk is full before it writes, and asks no other mirror")
  void namesFullDisk() throws IOException {
    try (Mirror first = Mirror.good();
        Mirror second = Mirror.good()) {
      Downloader downloader = new Downloader(PATIENT, file -> 10);
      DatasetException e =
          catchThrowableOfType(
              DatasetException.class,
              () ->
                  downloader.fetch(
                      PART,
                      source(first.address(), second.address()),
                      folder(),
                      downloader.deadline(),
                      Progress.NONE));

      assertThat(e.problem()).isEqualTo(Problem.DISK_FULL);
      assertThat(second.requests()).isZero();
      assertThat(names()).isEmpty();
    }
  }

  @Test
  @DisplayName("names a cache folder that it may not write to")
  void namesMissingPermission() throws IOException {
    Files.createDirectories(folder());
    assumeTrue(folder().toFile().setWritable(false), "no way to forbid writing here");
    try (Mirror mirror = Mirror.good()) {
      assumeTrue(!Files.isWritable(folder()), "this user may write everywhere");
      DatasetException e = failure(PATIENT, mirror.address());

      assertThat(e.problem()).isEqualTo(Problem.NO_PERMISSION);
      assertThat(e).hasMessageContaining(folder().toString());
      assertThat(mirror.requests()).isZero();
    } finally {
      assertThat(folder().toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  @DisplayName("names a cache folder in whose place there is a file")
  void namesUnwritableCache() throws IOException {
    Files.writeString(folder(), "in the way");
    try (Mirror mirror = Mirror.good()) {
      DatasetException e = failure(PATIENT, mirror.address());

      assertThat(e.problem()).isEqualTo(Problem.UNWRITABLE);
      assertThat(e).hasMessageContaining(folder().toString());
    }
  }

  @Test
  @DisplayName("keeps the old file when a new one can't be had")
  void keepsTheOldFile() throws IOException {
    Path old = Idx.file(folder(), PART.gzipName(), new byte[] {1, 2, 3});
    try (Mirror mirror = Mirror.sending(Idx.gzip(Idx.labels(1)))) {
      failure(PATIENT, mirror.address());
    }

    assertThat(old).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(names()).containsExactly(PART.gzipName());
  }

  @Test
  @DisplayName("clears what a killed process left a day ago, but not another one's download")
  void clearsAbandonedFiles() throws IOException {
    Path abandoned = Idx.file(folder(), "x-1.part", new byte[1]);
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Idx.file(folder(), "x-2.part", new byte[1]);
    try (Mirror mirror = Mirror.good()) {
      fetch(PATIENT, mirror.address());
    }

    assertThat(names()).containsExactlyInAnyOrder(PART.gzipName(), "x-2.part");
  }

  private Path folder() {
    return parent.resolve("cache");
  }

  private void fetch(Limits limits, URI... mirrors) throws DatasetException {
    downloader(limits).fetch(PART, source(mirrors), folder(), deadline(limits), Progress.NONE);
  }

  private DatasetException failure(Limits limits, URI... mirrors) {
    DatasetException e = catchThrowableOfType(DatasetException.class, () -> fetch(limits, mirrors));
    assertThat(e).isNotNull();
    return e;
  }

  private static Downloader downloader(Limits limits) {
    return new Downloader(limits);
  }

  private static long deadline(Limits limits) {
    return new Downloader(limits).deadline();
  }

  private static Source source(URI... mirrors) {
    return new Source(List.of(mirrors), Map.of(PART, Idx.sha256(Idx.published(PART))));
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
