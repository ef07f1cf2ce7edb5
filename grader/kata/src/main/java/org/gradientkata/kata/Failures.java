package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.Optional;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.suite.Catalogue;

/** Says in the reader's words what went wrong, where that can be said. */
final class Failures {
  private static final String UNRESOLVED = "Unresolved compilation problem";

  private Failures() {}

  /** What to tell the reader; empty for what is the kit's own fault and needs its stack trace. */
  static Optional<String> explain(Throwable thrown) {
    if (thrown instanceof Mistake || thrown instanceof DatasetException) {
      return Optional.of(thrown.getMessage());
    }
    if (thrown instanceof NotStarted stub) {
      return Optional.of(notStarted(stub));
    }
    if (thrown instanceof UncheckedIOException unchecked) {
      return explain(unchecked.getCause());
    }
    if (thrown instanceof IOException || thrown instanceof InvalidPathException) {
      return Optional.of(file(thrown));
    }
    Optional<StackTraceElement> place = inAnswer(thrown.getStackTrace());
    if (thrown instanceof OutOfMemoryError) {
      return Optional.of(Messages.get("out-of-memory", Runtime.getRuntime().maxMemory() >> 20));
    }
    if (thrown.getClass() == Error.class && message(thrown).startsWith(UNRESOLVED)) {
      return Optional.of(Messages.get("does-not-compile", place.map(Failures::text).orElse("?")));
    }
    if (thrown instanceof LinkageError && !(thrown instanceof ExceptionInInitializerError)) {
      return Optional.of(Messages.get("signature", thrown.getMessage()));
    }
    return place.map(
        frame ->
            Messages.get(
                "thrown", thrown.getClass().getSimpleName(), message(thrown), text(frame)));
  }

  /** The topmost frame in a class that the learner writes. */
  static Optional<StackTraceElement> inAnswer(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(f -> Catalogue.isAnswer(f.getClassName().replaceAll("\\$.*", "")))
        .findFirst();
  }

  /** Such as {@code Affine.forward (Affine.java:45)}. */
  static String text(StackTraceElement frame) {
    String owner = frame.getClassName();
    return owner.substring(owner.lastIndexOf('.') + 1)
        + "."
        + frame.getMethodName()
        + " ("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  private static String notStarted(NotStarted stub) {
    String className = stub.place().getClassName().replaceAll("\\$.*", "");
    String file =
        Catalogue.places(stub.exercise()).stream()
            .filter(place -> place.className().equals(className))
            .map(Catalogue.Place::file)
            .findFirst()
            .orElse(stub.place().getFileName());
    String words = Messages.get("not-started", stub.exercise(), text(stub.place()), file);
    return Kit.here().hasSolutions() ? words + "\n" + Messages.get("not-started.solutions") : words;
  }

  private static String file(Throwable thrown) {
    if (thrown instanceof AccessDeniedException denied) {
      return Messages.get("file.denied", denied.getFile());
    }
    if (thrown instanceof NotDirectoryException no) {
      return Messages.get("file.no-folder", no.getFile());
    }
    if (thrown instanceof NoSuchFileException none) {
      return Messages.get("file.none", none.getFile());
    }
    if (thrown instanceof FileSystemException other && other.getReason() != null) {
      return Messages.get("file.other", other.getFile(), other.getReason());
    }
    return Messages.get("file.other", thrown.getClass().getSimpleName(), message(thrown));
  }

  /** An exception of the learner's own may throw from its getMessage. */
  private static String message(Throwable thrown) {
    try {
      return String.valueOf(thrown.getMessage());
    } catch (RuntimeException e) {
      return "";
    }
  }
}
