package org.gradientkata.classroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads exercise files out of a folder, such as a checkout. Links are never followed. */
final class FolderSubmission {
  private final IntakeLimits limits;

  FolderSubmission(IntakeLimits limits) {
    this.limits = limits;
  }

  /** Files that are looked at, in an order that no file system chooses. */
  private record Walked(List<Entry> entries, List<String> closed, boolean tooMany) {}

  private record Entry(EntryName name, Path path, BasicFileAttributes attributes) {}

  /**
   * Reads a folder.
   *
   * @param folder the folder
   * @param files where what is found goes
   * @return why the folder as a whole is refused
   * @throws IOException if the folder can't be read
   */
  Optional<Remark> read(Path folder, FoundFiles files) throws IOException {
    Walked walked = walk(folder);
    if (walked.tooMany()) {
      return Optional.of(Remark.of("folder.entries", limits.entries()));
    }
    for (String name : walked.closed()) {
      files.remark(Remark.of("unreadable", name));
    }
    for (Entry entry : walked.entries()) {
      read(entry, files);
    }
    if (files.isEmpty()) {
      return onlyZip(walked.entries(), files);
    }
    return Optional.empty();
  }

  /** Learning platforms hand out a folder for each learner with the zip in it. */
  private Optional<Remark> onlyZip(List<Entry> entries, FoundFiles files) throws IOException {
    List<Entry> zips =
        entries.stream().filter(e -> e.name().isZip() && e.attributes().isRegularFile()).toList();
    if (zips.size() != 1) {
      zips.forEach(z -> files.remark(Remark.of("zip.several", z.name().path())));
      return Optional.empty();
    }
    Optional<byte[]> bytes = bytes(zips.get(0).path(), limits.archiveBytes());
    return bytes.isEmpty()
        ? Optional.of(Remark.of("zip.large", limits.archiveBytes() >> 20))
        : new ZipSubmission(limits).read(bytes.get(), files);
  }

  private void read(Entry entry, FoundFiles files) {
    EntryName name = entry.name();
    Optional<Remark> problem = name.problem();
    if (problem.isPresent()) {
      files.remark(problem.get());
      return;
    }
    name.wantedButForCase().ifPresent(w -> files.remark(Remark.of("capitals", name.path(), w)));
    if (!name.isWanted()) {
      return;
    }
    if (entry.attributes().isSymbolicLink()) {
      files.refuse(name, Remark.of("link", name.path()));
    } else if (!entry.attributes().isRegularFile()) {
      files.refuse(name, Remark.of("no-file", name.path()));
    } else {
      take(entry, files);
    }
  }

  private void take(Entry entry, FoundFiles files) {
    EntryName name = entry.name();
    try {
      bytes(entry.path(), limits.fileBytes())
          .ifPresentOrElse(
              content -> files.add(name, content),
              () ->
                  files.refuse(
                      name, Remark.of("file.large", name.path(), limits.fileBytes() >> 10)));
    } catch (IOException e) {
      files.refuse(name, Remark.of("unreadable", name.path()));
    }
  }

  private Walked walk(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    boolean[] tooMany = new boolean[1];
    Files.walkFileTree(
        folder,
        Set.of(),
        limits.depth(),
        new SimpleFileVisitor<>() {
          private int seen;

          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return name(dir).isAside() ? FileVisitResult.SKIP_SUBTREE : count();
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            EntryName name = name(file);
            if (!name.isAside()) {
              entries.add(new Entry(name, file, attributes));
            }
            return count();
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            if (!name(file).isAside()) {
              closed.add(name(file).path());
            }
            return count();
          }

          private FileVisitResult count() {
            tooMany[0] = ++seen > limits.entries();
            return tooMany[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          private EntryName name(Path path) {
            return EntryName.of(folder.relativize(path).toString());
          }
        });
    entries.sort(Comparator.comparing(e -> e.name().path()));
    closed.sort(null);
    return new Walked(entries, closed, tooMany[0]);
  }

  /** A file's content, unless it is larger than a limit, or a link by now. */
  static Optional<byte[]> bytes(Path file, long limit) throws IOException {
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      byte[] content = in.readNBytes((int) limit + 1);
      return content.length > limit ? Optional.empty() : Optional.of(content);
    }
  }
}
