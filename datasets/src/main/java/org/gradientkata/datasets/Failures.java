package org.gradientkata.datasets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Turns what the platform throws into what the user can act on. */
final class Failures {

  private Failures() {}

  /** The problem behind a failed read; a {@link DatasetException} is returned as it is. */
  static DatasetException reading(Path path, IOException e) {
    if (e instanceof DatasetException known) {
      return known;
    }
    if (e instanceof NoSuchFileException) {
      return new DatasetException(Problem.MISSING_FILE, e, path);
    }
    if (e instanceof AccessDeniedException) {
      return new DatasetException(Problem.NO_PERMISSION, e, path);
    }
    return new DatasetException(Problem.UNREADABLE, e, path, reason(e));
  }

  /** The problem behind a failed write; a {@link DatasetException} is returned as it is. */
  static DatasetException writing(Path path, Exception e) {
    if (e instanceof DatasetException known) {
      return known;
    }
    if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException) {
      return new DatasetException(Problem.NO_PERMISSION, e, path);
    }
    String reason = reason(e);
    if (saysFull(reason)) {
      return new DatasetException(Problem.DISK_FULL, e, path);
    }
    if (reason.contains("Read-only file system") || reason.contains("Operation not permitted")) {
      return new DatasetException(Problem.NO_PERMISSION, e, path);
    }
    return new DatasetException(Problem.UNWRITABLE, e, path, reason);
  }

  /** The JDK has no type for a full disk, only the words of Linux, macOS and Windows. */
  private static boolean saysFull(String reason) {
    String text = reason.toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota exceeded");
  }

  /** The problem behind a failed exchange with a server. */
  static MirrorFailure receiving(URI address, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return new MirrorFailure(Problem.TIME_LIMIT, e, true, address);
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof NoRouteToHostException) {
        return new MirrorFailure(Problem.NO_NETWORK, e, true, address);
      }
    }
    return new MirrorFailure(Problem.CONNECTION_LOST, e, true, address, reason(e));
  }

  private static String reason(Throwable e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
