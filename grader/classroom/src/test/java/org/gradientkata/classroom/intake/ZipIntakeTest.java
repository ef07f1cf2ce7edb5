package org.gradientkata.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradientkata.classroom.intake.Sources.SIGMOID;
import static org.gradientkata.classroom.intake.Sources.TANH;
import static org.gradientkata.classroom.intake.Sources.sigmoid;
import static org.gradientkata.classroom.intake.Sources.tanh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipIntakeTest {
  private static final String PLACE = "exercises/src/main/java/org/gradientkata/activation/";
  private static final IntakeLimits LIMITS =
      new IntakeLimits(1 << 20, 50, 10 << 20, 64 << 10, 100, 20);

  @TempDir private Path folder;

  @Test
  @DisplayName("the exercise files are found wherever they lie, and nothing else is taken")
  void shouldFindFilesAnywhere() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("my work (final)/Sigmoid.java", sigmoid("1"))
                .file("my work (final)/old/deeper/Tanh.java", tanh("1"))
                .file("pom.xml", "<project/>")
                .file("src/test/java/org/gradientkata/activation/SigmoidTest.java", "class X {}")
                .file("META-INF/services/javax.annotation.processing.Processor", "Evil")
                .file("quiz-answers.yaml", "sigmoid-peak: 2\n"));

    assertThat(taken.sources()).containsOnlyKeys(SIGMOID, TANH);
    assertThat(taken.sheet()).contains("sigmoid-peak: 2\n");
    assertThat(taken.remarks()).isEmpty();
    assertThat(taken.refused()).isFalse();
  }

  @ParameterizedTest
  @DisplayName(
      "an entry with a name that is no file's in the submission is refused, the rest taken")
  @CsvSource(
      textBlock =
          """
          ../../etc/Sigmoid.java,             name.outside
          a/../../Sigmoid.java,               name.outside
          ..\\..\\Sigmoid.java,               name.outside
          /etc/Sigmoid.java,                  name.absolute
          C:\\Users\\Sigmoid.java,            name.absolute
          """)
  void shouldRefuseUnsafeNames(String name, String key) throws IOException {
    Submission taken = take(new ZipBytes().file(name, sigmoid("1")).file("Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly(key);
  }

  @Test
  @DisplayName("a name that would write backwards or ring a bell is refused and shown harmlessly")
  void shouldRefuseOddNames() throws IOException {
    Submission taken =
        take(new ZipBytes().file("\u202Eavaj/Sigmoid.java", sigmoid("1")).file("a\u0007b", "x"));

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.remarks()).extracting(Remark::key).contains("name.odd", "name.odd");
    assertThat(taken.remarks().toString())
        .contains("<202E>", "<7>")
        .doesNotContain("\u202E")
        .doesNotContain("\u0007");
  }

  @Test
  @DisplayName("a folder written with backslashes is a folder")
  void shouldReadZipsOfOldWindowsPrograms() throws IOException {
    Submission taken = take(new ZipBytes().file("work\\activation\\Sigmoid.java", sigmoid("1")));

    assertThat(taken.sources()).containsOnlyKeys(SIGMOID);
  }

  @Test
  @DisplayName("a link is refused, and what it names is not read")
  void shouldRefuseLinks() throws IOException {
    Submission taken =
        take(new ZipBytes().link("Sigmoid.java", "/etc/passwd").file("Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("link");
  }

  @Test
  @DisplayName("a file that is a thousand times smaller packed costs its exercise alone")
  void shouldRefuseBombByRatio() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("Sigmoid.java", sigmoid("1") + " ".repeat(60 << 10))
                .file("Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("zip.ratio");
  }

  @Test
  @DisplayName("a file over the limit costs its exercise alone")
  void shouldRefuseLargeFile() throws IOException {
    Submission taken =
        take(new ZipBytes().file("Sigmoid.java", noise(65 << 10)).file("Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("file.large");
  }

  @Test
  @DisplayName("a zip with too many entries is refused as a whole")
  void shouldRefuseManyEntries() throws IOException {
    ZipBytes zip = new ZipBytes().file("Sigmoid.java", sigmoid("1"));
    for (int i = 0; i < LIMITS.entries(); i++) {
      zip.file("f" + i, "");
    }

    assertRefused(take(zip), "zip.entries");
  }

  @Test
  @DisplayName("a zip that would fill the disk is refused as a whole")
  void shouldRefuseBombByBytes() throws IOException {
    ZipBytes zip = new ZipBytes().file("Sigmoid.java", sigmoid("1"));
    zip.file("zeros", new byte[11 << 20]);

    assertRefused(take(zip), "zip.bytes");
  }

  @Test
  @DisplayName("a zip larger than the limit isn't read")
  void shouldRefuseLargeZip() throws IOException {
    assertRefused(take(new ZipBytes().file("noise", noise(2 << 20))), "zip.large");
  }

  @Test
  @DisplayName("one class twice with different content is not taken, with the same content it is")
  void shouldRefuseDuplicates() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("a/Sigmoid.java", sigmoid("1"))
                .file("b/Sigmoid.java", sigmoid("2"))
                .file("a/Tanh.java", tanh("1"))
                .file("b/Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("twice");
  }

  @Test
  @DisplayName("of several files of one class the one counts that lies where the stub was")
  void shouldPreferTheStubsPlace() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("kit/backup/Sigmoid.java", sigmoid("1"))
                .file("kit/" + PLACE + "Sigmoid.java", sigmoid("2")));

    assertThat(taken.sources()).containsEntry(SIGMOID, sigmoid("2"));
    assertThat(taken.remarks()).isEmpty();
  }

  @Test
  @DisplayName("one path twice in a zip is refused, whichever of the two a program would unpack")
  void shouldRefuseOnePathTwice() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file(PLACE + "Sigmoid.java", sigmoid("1"))
                .file(PLACE + "Sigmoid.java", sigmoid("2")));

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
  }

  @Test
  @DisplayName("paths that differ only in capitals are refused")
  void shouldRefuseCaseCollision() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("Work/Sigmoid.java", sigmoid("1"))
                .file("work/Sigmoid.java", sigmoid("2")));

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("case");
  }

  @Test
  @DisplayName("a file whose name has the wrong capitals is named")
  void shouldNameWrongCapitals() throws IOException {
    Submission taken = take(new ZipBytes().file("sigmoid.java", sigmoid("1")));

    assertThat(taken.remarks()).contains(Remark.of("capitals", "sigmoid.java", "Sigmoid.java"));
  }

  @Test
  @DisplayName("a class of the right name in another package is not taken")
  void shouldRefuseOtherPackage() throws IOException {
    Submission taken =
        take(
            new ZipBytes()
                .file("Sigmoid.java", "package java.lang; class Sigmoid {}")
                .file("Tanh.java", "/* package org.gradientkata.activation; */ class Tanh {}"));

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.remarks())
        .contains(
            Remark.of("other-package", "Sigmoid.java", "java.lang"),
            Remark.of("other-package", "Tanh.java", "-"));
  }

  @Test
  @DisplayName("where the package is broken the place tells whose file it is")
  void shouldTakeBrokenFileByItsPlace() throws IOException {
    Submission taken = take(new ZipBytes().file(PLACE + "Sigmoid.java", "pakcage x; class {"));

    assertThat(taken.sources()).containsOnlyKeys(SIGMOID);
  }

  @Test
  @DisplayName("a zip within a zip is not opened")
  void shouldNotOpenNestedZip() throws IOException {
    byte[] inner = new ZipBytes().file("Sigmoid.java", sigmoid("1")).bytes();
    Submission taken = take(new ZipBytes().file("inner.zip", inner).file("Tanh.java", tanh("1")));

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly("zip.nested");
  }

  @Test
  @DisplayName("an encrypted entry is refused by its name")
  void shouldRefuseEncrypted() throws IOException {
    byte[] zip = new ZipBytes().file("Sigmoid.java", sigmoid("1")).bytes();
    int list = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    zip[list + 8] |= 1; // the flag "encrypted" of the first entry in the list at the end
    Submission taken = take(zip);

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
    assertThat(taken.remarks()).extracting(Remark::key).contains("zip.encrypted");
  }

  @ParameterizedTest
  @DisplayName("whatever bytes a zip holds, there is a submission with a word and no exception")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldSurviveDamage(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] zip = new ZipBytes().file("Sigmoid.java", sigmoid("1")).file("x", "y").bytes();
    for (int i = 0; i < 6; i++) {
      zip[random.nextInt(zip.length)] = (byte) random.nextInt();
    }
    Submission damaged = take(zip);
    Submission cut = take(Arrays.copyOf(zip, zip.length - 1 - random.nextInt(zip.length / 2)));

    assertThat(Stream.of(damaged, cut))
        .allSatisfy(s -> assertThat(s.sources().isEmpty() && s.remarks().isEmpty()).isFalse());
  }

  @ParameterizedTest
  @DisplayName("what is no zip is refused as a whole")
  @ValueSource(strings = {"", "PK", "this is a text with the ending .zip"})
  void shouldRefuseWhatIsNoZip(String text) throws IOException {
    assertRefused(take(text.getBytes(StandardCharsets.UTF_8)), "zip.broken");
  }

  @ParameterizedTest
  @DisplayName("another archive by the name of a zip is called what it is")
  @CsvSource({"52617221 1a07, RAR", "377abcaf 271c, 7z", "1f8b0800, gzip", "fd377a58 5a00, xz"})
  void shouldNameOtherArchives(String first, String kind) throws IOException {
    byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(first.replace(" ", "")), 200);

    assertThat(take(bytes).remarks()).containsExactly(Remark.of("zip.other", kind));
  }

  @Test
  @DisplayName("after many remarks the rest is counted")
  void shouldCountFurtherRemarks() throws IOException {
    ZipBytes zip = new ZipBytes().file("Sigmoid.java", sigmoid("1"));
    for (int i = 0; i < 40; i++) {
      zip.file("../" + i, "");
    }
    List<Remark> remarks = take(zip).remarks();

    assertThat(remarks).hasSize(21).endsWith(Remark.of("more", 20));
  }

  @Test
  @DisplayName("the hash depends on what was taken, not on what it came in")
  void shouldHashContent() throws IOException {
    Submission one = take(new ZipBytes().file("a/Sigmoid.java", sigmoid("1")).file("x", "y"));
    Submission same = take(new ZipBytes().file("b/c/Sigmoid.java", sigmoid("1")));
    Submission other = take(new ZipBytes().file("a/Sigmoid.java", sigmoid("2")));

    assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash()).hasSize(64);
  }

  private static void assertRefused(Submission taken, String key) {
    assertThat(taken.refused()).isTrue();
    assertThat(taken.sources()).isEmpty();
    assertThat(taken.remarks()).extracting(Remark::key).containsExactly(key);
  }

  private Submission take(ZipBytes zip) throws IOException {
    return take(zip.bytes());
  }

  private Submission take(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("learner.zip"), zip);
    return new Intake(LIMITS).take(new SubmissionPlace("learner", file, SubmissionPlace.Kind.ZIP));
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
