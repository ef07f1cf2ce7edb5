package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the platform throws")
class FailuresTest {

  private static final Path FILE = Path.of("cache", "file");
  private static final URI ADDRESS = URI.create("https://mirror.invalid/file");

  @Test
  @DisplayName("when the disk is full is told by its words on Linux, macOS and Windows")
  void fullDisk() {
    assertThat(Failures.writing(FILE, new IOException("No space left on device")).problem())
        .isEqualTo(Problem.DISK_FULL);
    assertThat(
            Failures.writing(FILE, new FileSystemException("x", null, "Disk quota exceeded"))
                .problem())
        .isEqualTo(Problem.DISK_FULL);
    assertThat(
            Failures.writing(FILE, new IOException("There is not enough space on the disk"))
                .problem())
        .isEqualTo(Problem.DISK_FULL);
  }

  @Test
  @DisplayName("on a forbidden write is no permission, on another one unwritable")
  void forbiddenWrite() {
    assertThat(Failures.writing(FILE, new AccessDeniedException("x")).problem())
        .isEqualTo(Problem.NO_PERMISSION);
    assertThat(
            Failures.writing(FILE, new FileSystemException("x", null, "Read-only file system"))
                .problem())
        .isEqualTo(Problem.NO_PERMISSION);
    assertThat(Failures.writing(FILE, new IOException("bad sector")))
        .hasMessageContaining("bad sector")
        .extracting(DatasetException::problem)
        .isEqualTo(Problem.UNWRITABLE);
  }

  @Test
  @DisplayName("without a network, a name server or an answer gets its own word")
  void network() {
    assertThat(Failures.receiving(ADDRESS, new ConnectException()).problem())
        .isEqualTo(Problem.NO_NETWORK);
    assertThat(Failures.receiving(ADDRESS, new IOException(new UnknownHostException())).problem())
        .isEqualTo(Problem.NO_NETWORK);
    // A connect time limit is a ConnectException's relative; it must not read as no network.
    assertThat(Failures.receiving(ADDRESS, new HttpConnectTimeoutException("x")).problem())
        .isEqualTo(Problem.TIME_LIMIT);
    assertThat(Failures.receiving(ADDRESS, new IOException("reset")).problem())
        .isEqualTo(Problem.CONNECTION_LOST);
  }
}
