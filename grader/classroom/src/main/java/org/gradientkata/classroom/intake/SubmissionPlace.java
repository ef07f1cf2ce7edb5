package org.gradientkata.classroom.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * Where a submission lies.
 *
 * @param name the name that its results bear: usable as a file name everywhere, and no other
 *     submission's
 * @param path the folder or file
 * @param kind what lies there
 */
public record SubmissionPlace(String name, Path path, Kind kind) {
  private static final int LONGEST = 80;

  /** Stands for bytes of a file's name that are no letters. */
  private static final char NO_LETTER = '\uFFFD';

  private static final Set<String> ARCHIVES =
      Set.of("tar", "gz", "tgz", "bz2", "xz", "7z", "rar", "jar", "java", "zipx");

  /** What a submission is. */
  public enum Kind {
    /** A folder, such as a checkout. */
    FOLDER,
    /** A zip file. */
    ZIP,
    /** A link, which is not followed. */
    LINK,
    /** A file of another kind that somebody meant as a submission. */
    OTHER
  }

  /**
   * The submissions in a folder. Files that are no archives, such as a roster or a note, and hidden
   * ones are none.
   *
   * @param folder one folder or file in it for each learner
   * @return the submissions, by name
   * @throws NotDirectoryException if there is no such folder
   * @throws IOException if it can't be read
   * @throws ClassroomMistake if the locale can't tell the names apart
   */
  public static List<SubmissionPlace> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    List<Path> paths;
    try (Stream<Path> all = Files.list(folder)) {
      paths = all.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    }
    Map<String, Integer> uses = new HashMap<>();
    List<SubmissionPlace> places = new ArrayList<>();
    for (Path path : paths) {
      String file = path.getFileName().toString();
      requireUnicode(file);
      if (Files.isSymbolicLink(path)) {
        places.add(new SubmissionPlace(name(file, path), path, Kind.LINK));
      } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        places.add(new SubmissionPlace(name(file, path), path, Kind.FOLDER));
      } else if (ending(file).equals("zip") && isFile(path)) {
        places.add(new SubmissionPlace(name(stem(file), path), path, Kind.ZIP));
      } else if (ARCHIVES.contains(ending(file)) || ending(file).equals("zip")) {
        places.add(new SubmissionPlace(name(file, path), path, Kind.OTHER));
      }
    }
    places.forEach(p -> uses.merge(folded(p.name()), 1, Integer::sum));
    return places.stream()
        .map(p -> uses.get(folded(p.name())) == 1 ? p : p.withOwnName())
        .sorted(Comparator.comparing(SubmissionPlace::name))
        .toList();
  }

  /** Not a pipe or a device: whoever opens one may wait for ever. */
  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What submissions of one person may have in common.
   *
   * @return the name of the folder or file in small letters, without {@code .zip}
   */
  public String stem() {
    String file = Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFC);
    return folded(file.replaceFirst("(?i)\\.zip$", ""));
  }

  /**
   * The folder or file as it may be shown.
   *
   * @return its name without control characters
   */
  public String shown() {
    return Remark.harmless(path.getFileName().toString());
  }

  /** Of alice.zip and the folder alice each gets a name that depends on itself alone. */
  private SubmissionPlace withOwnName() {
    String own = checksum(path.getFileName().toString(), path);
    return new SubmissionPlace(name + "~" + own, path, kind);
  }

  /** Where Java knows no letters but a-z, different names look alike and match no roster. */
  private static void requireUnicode(String file) {
    String encoding = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
    if (file.indexOf(NO_LETTER) >= 0 && !Charset.forName(encoding).equals(StandardCharsets.UTF_8)) {
      throw new ClassroomMistake("intake.locale", Remark.harmless(file), encoding);
    }
  }

  /** Letters and digits of any script stay; a name that has to be changed shows that it was. */
  private static String name(String file, Path path) {
    StringBuilder name = new StringBuilder();
    Normalizer.normalize(file, Normalizer.Form.NFC)
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> name.appendCodePoint(isPlain(c) ? c : '_'));
    // Windows drops dots and blanks at the end; a first dot hides; con and nul are devices.
    String plain = name.toString().replaceAll("[. ]+$", "_").replaceAll("^[.-]", "_");
    boolean device = plain.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    return plain.equals(file) && !device ? plain : plain + "~" + checksum(file, path);
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || "-_.@+, ()=".indexOf(c) >= 0;
  }

  /** Bytes that are no letters look alike in a text, but not in an address. */
  private static String checksum(String file, Path path) {
    String text = file;
    if (file.indexOf(NO_LETTER) >= 0) {
      String address = path.toUri().getRawPath().replaceAll("/$", "");
      text = address.substring(address.lastIndexOf('/') + 1);
    }
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  /** As a file system compares that takes capitals for small letters. */
  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
