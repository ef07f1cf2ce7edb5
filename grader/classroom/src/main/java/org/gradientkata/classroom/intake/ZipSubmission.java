package org.gradientkata.classroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads exercise files out of a zip that is held in memory; everything else stays packed. */
final class ZipSubmission {
  /** How each entry begins in the list at a zip's end. */
  private static final byte[] ENTRY = {'P', 'K', 1, 2};

  /** Small files may be of one letter repeated; they can do no harm. */
  private static final int SMALL = 16 << 10;

  /** How archives begin that are no zips. */
  private static final Map<String, String> OTHERS =
      Map.of("Rar!", "RAR", "7z\u00BC\u00AF", "7z", "\u001F\u008B", "gzip", "\u00FD7zX", "xz");

  private final IntakeLimits limits;

  ZipSubmission(IntakeLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a zip.
   *
   * @param bytes the zip
   * @param files where what is found goes
   * @return why the zip as a whole is refused
   */
  Optional<Remark> read(byte[] bytes, FoundFiles files) {
    // Counted first: the library builds an object for each, however many a small file claims.
    if (count(bytes) > limits.entries()) {
      return Optional.of(Remark.of("zip.entries", limits.entries()));
    }
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      List<ZipArchiveEntry> entries =
          java.util.Collections.list(zip.getEntries()).stream()
              .sorted(Comparator.comparing(ZipArchiveEntry::getName))
              .toList();
      if (claimed(entries) > limits.unpackedBytes()) {
        return Optional.of(Remark.of("zip.bytes", limits.unpackedBytes() >> 20));
      }
      for (ZipArchiveEntry entry : entries) {
        read(zip, entry, files);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // a forged zip can lead the library anywhere
      return Optional.of(
          other(bytes)
              .map(kind -> Remark.of("zip.other", kind))
              .orElseGet(() -> Remark.of("zip.broken")));
    }
  }

  /** Some give another archive the name of a zip. */
  private static Optional<String> other(byte[] bytes) {
    String first = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
    return OTHERS.entrySet().stream()
        .filter(e -> first.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void read(ZipFile zip, ZipArchiveEntry entry, FoundFiles files) {
    EntryName name = EntryName.of(entry.getName());
    Optional<Remark> problem = name.problem();
    if (problem.isPresent()) {
      files.remark(problem.get());
      return;
    }
    if (entry.isDirectory() || name.isAside()) {
      return;
    }
    name.wantedButForCase().ifPresent(w -> files.remark(Remark.of("capitals", name.path(), w)));
    if (name.isZip()) {
      files.remark(Remark.of("zip.nested", name.path()));
    }
    if (name.isWanted()) {
      take(zip, entry, name, files);
    }
  }

  private void take(ZipFile zip, ZipArchiveEntry entry, EntryName name, FoundFiles files) {
    if (entry.isUnixSymlink()) {
      files.refuse(name, Remark.of("link", name.path()));
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      files.refuse(name, Remark.of("zip.encrypted", name.path()));
    } else if (name.depth() > limits.depth()) {
      files.refuse(name, Remark.of("deep", name.path(), limits.depth()));
    } else {
      try (InputStream in = zip.getInputStream(entry)) {
        // What the entry claims about its size is not believed.
        byte[] content = in.readNBytes(limits.fileBytes() + 1);
        if (content.length > limits.fileBytes()) {
          files.refuse(name, Remark.of("file.large", name.path(), limits.fileBytes() >> 10));
        } else if (content.length > SMALL && isBomb(entry, content)) {
          files.refuse(name, Remark.of("zip.ratio", name.path(), limits.ratio()));
        } else {
          files.add(name, content);
        }
      } catch (ZipException e) {
        files.refuse(name, Remark.of("zip.method", name.path()));
      } catch (IOException e) {
        files.refuse(name, Remark.of("zip.entry", name.path()));
      }
    }
  }

  private boolean isBomb(ZipArchiveEntry entry, byte[] content) {
    return content.length > entry.getCompressedSize() * limits.ratio();
  }

  private static long claimed(List<ZipArchiveEntry> entries) {
    long sum = 0;
    for (ZipArchiveEntry entry : entries) {
      sum = Math.max(sum, sum + Math.max(0, entry.getSize()));
    }
    return sum;
  }

  private static int count(byte[] bytes) {
    int count = 0;
    for (int i = 0; i + ENTRY.length <= bytes.length; i++) {
      if (bytes[i] == ENTRY[0]
          && bytes[i + 1] == ENTRY[1]
          && bytes[i + 2] == ENTRY[2]
          && bytes[i + 3] == ENTRY[3]) {
        count++;
      }
    }
    return count;
  }
}
