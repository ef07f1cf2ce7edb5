package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.gradientkata.classroom.intake.Intake;
import org.gradientkata.classroom.intake.IntakeLimits;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.classroom.trusted.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Zips and names that no honest learner hands in, through the whole command. Nothing of them is
 * run; the one answer that is run is the kit's own.
 */
@DisplayName("kata grade, given zips and names that mean harm,")
class GradeHostileFilesTest {
  private static final String PLACE = "exercises/src/main/java/org/gradientkata/activation/";
  private static final String PIECE = "package org.gradientkata.activation;\n";
  private static final int ENTRIES = 20_001;

  /** What is said of each: in its result, in English and in Japanese. */
  private static final Map<String, String[]> WHOLE =
      Map.of(
          "entries", new String[] {"more than 20000 entries", "20000 個を超え"},
          "bytes", new String[] {"unpack to more than 1024 MB", "1024 MB を超え"},
          "truncated", new String[] {"damaged", "壊れている"},
          "zero", new String[] {"damaged", "壊れている"},
          "link", new String[] {"Links are never followed", "リンクはたどりません"},
          "backup.tar.gz", new String[] {"A zip is needed", "zip での再提出"});

  private static final Map<String, String[]> PARTS =
      Map.of(
          "../../evil.txt", new String[] {"leads out", "提出物の外"},
          "/etc/Affine.java", new String[] {"root of a disk", "ルートから"},
          "a<A>b.txt", new String[] {"odd name", "使えない文字"},
          "ReLU.java", new String[] {"is a link", "リンクです"},
          "LeakyReLU.java", new String[] {"as a zip bomb does", "zip 爆弾"},
          "inner.zip", new String[] {"a zip within a zip", "zip の中の zip"},
          "Swish.java", new String[] {"is encrypted", "暗号化"},
          "Tanh.java", new String[] {"only in capitals", "大文字と小文字だけ"},
          "ChainRule.java", new String[] {"larger than 256 KB", "256 KB を超える"},
          "sigmoid.java", new String[] {"must be Sigmoid.java", "Sigmoid.java としてください"});

  @TempDir Path folder;
  private Path submissions;
  private Properties before;

  @BeforeEach
  void handIn() throws IOException {
    assumeTrue(Sandbox.find().present(), "no sandbox on this machine");
    before = (Properties) System.getProperties().clone();
    submissions = Files.createDirectory(folder.resolve("submissions"));
    Path solution =
        Kit.here()
            .root()
            .resolve("solutions/src/main/java/org/gradientkata/activation/Sigmoid.java");
    String sigmoid = Files.readString(solution);
    Path honest = submissions.resolve("=1+1").resolve(PLACE + "Sigmoid.java");
    Files.createDirectories(honest.getParent());
    Files.writeString(honest, sigmoid);
    Files.writeString(submissions.resolve("backup.tar.gz"), "x");
    Files.createFile(submissions.resolve("zero.zip"));
    Files.createSymbolicLink(submissions.resolve("link"), submissions.resolve("=1+1"));
    zip(
        "entries",
        zip -> {
          for (int i = 0; i < ENTRIES; i++) {
            put(zip, "f" + i, "");
          }
        });
    byte[] bytes = zip("bytes", zip -> put(zip, "f", ""));
    claim(bytes, "f");
    Files.write(submissions.resolve("bytes.zip"), bytes);
    byte[] whole = zip("mixed", zip -> fill(zip, sigmoid));
    Files.write(submissions.resolve("truncated.zip"), Arrays.copyOf(whole, whole.length / 2));
  }

  @AfterEach
  void forgetPatience() {
    if (before != null) {
      System.setProperties(before);
    }
  }

  private static void fill(ZipArchiveOutputStream zip, String sigmoid) throws IOException {
    put(zip, PLACE + "Sigmoid.java", sigmoid);
    put(zip, "../../evil.txt", "x");
    put(zip, "/etc/Affine.java", "x");
    put(zip, "a\nb.txt", "x");
    put(zip, "inner.zip", "x");
    put(zip, "x/sigmoid.java", "x");
    put(zip, "x/" + PLACE + "Tanh.java", PIECE + "class Tanh { int a; }");
    put(zip, "X/" + PLACE + "Tanh.java", PIECE + "class Tanh { int b; }");
    put(zip, PLACE + "LeakyReLU.java", PIECE + " ".repeat(200_000));
    String noise =
        Stream.iterate(7L, x -> x * 6364136223846793005L + 1)
            .limit(20_000)
            .map(String::valueOf)
            .collect(Collectors.joining());
    put(zip, "exercises/src/main/java/org/gradientkata/calculus/ChainRule.java", noise);
    put(zip, PLACE + "Swish.java", PIECE);
    ZipArchiveEntry link = new ZipArchiveEntry(PLACE + "ReLU.java");
    link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
    zip.putArchiveEntry(link);
    zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
    zip.closeArchiveEntry();
  }

  @Test
  @DisplayName("says of each what is wrong with it, and grades the honest beside it")
  void refused() throws IOException {
    Path out = folder.resolve("out");

    CommandRun run = CommandRun.of("grade", "" + submissions, "--out", "" + out, "--seed", "7");

    assertThat(run.code()).as(run.err()).isEqualTo(Kata.OK);
    assertSaid(run, out, 0);
    JsonNode mixed = result(out, "mixed");
    List<String> remarks = new ArrayList<>();
    mixed.get("remarks").forEach(r -> remarks.add(r.asText()));
    assertSaid(remarks, 0);
    assertThat(outcomes(mixed))
        .startsWith("solved", "refused", "refused", "refused", "refused", "not_started");
    assertThat(run.out()).contains("not taken: 1. Their results say which and why: mixed");
    assertThat(mixed.get("points").asInt()).isPositive();
    assertThat(result(out, "=1+1").get("points")).isEqualTo(mixed.get("points"));
    assertThat(out.resolve("gradebook.csv")).content().contains("\n'=1+1,");
    assertThat(folder).isDirectoryNotContaining("regex:.*evil.*");
  }

  @Test
  @DisplayName("says the same in Japanese")
  void japanese() throws IOException {
    Path out = folder.resolve("out");
    List<SubmissionPlace> places = SubmissionPlace.in(submissions);
    SubmissionPlace mixed =
        places.stream().filter(p -> p.name().equals("mixed")).findFirst().orElseThrow();
    List<String> remarks =
        new Intake(IntakeLimits.usual())
            .take(mixed).remarks().stream().map(r -> r.text(Locale.JAPANESE)).toList();
    // What is refused as a whole needs no grading: the others would cost seconds.
    Files.delete(mixed.path());
    Files.move(submissions.resolve("=1+1"), folder.resolve("honest"));

    CommandRun run = CommandRun.in("ja", "grade", "" + submissions, "--out", "" + out);

    assertSaid(run, out, 1);
    assertSaid(remarks, 1);
  }

  private static void assertSaid(CommandRun run, Path out, int language) {
    WHOLE.forEach(
        (name, words) -> {
          assertThat(run.out()).containsPattern("(?m)^" + name + " .*" + words[language]);
          JsonNode result = result(out, name);
          assertThat(result.get("status").asText()).as(name).isEqualTo("refused");
          assertThat(result.get("points").asInt()).as(name).isZero();
        });
  }

  private static void assertSaid(List<String> remarks, int language) {
    PARTS.forEach(
        (file, words) ->
            assertThat(remarks)
                .as(file)
                .anyMatch(r -> r.contains(file) && r.contains(words[language])));
  }

  private static String[] outcomes(JsonNode result) {
    return StreamSupport.stream(result.get("exercises").spliterator(), false)
        .map(e -> e.get("outcome").asText())
        .toArray(String[]::new);
  }

  private static JsonNode result(Path out, String name) {
    try {
      return new ObjectMapper().readTree(out.resolve("results/" + name + ".json").toFile());
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  /** Puts something into a zip. */
  private interface Filling {
    void into(ZipArchiveOutputStream zip) throws IOException;
  }

  private byte[] zip(String name, Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      filling.into(zip);
    }
    byte[] content = bytes.toByteArray();
    encrypt(content, "Swish.java");
    try (OutputStream out = Files.newOutputStream(submissions.resolve(name + ".zip"))) {
      out.write(content);
    }
    return content;
  }

  private static void put(ZipArchiveOutputStream zip, String name, String text) throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeArchiveEntry();
  }

  /** Says of an entry that it is encrypted: the first bit of its flags in the zip's list. */
  private static void encrypt(byte[] zip, String name) {
    int entry = listed(zip, name);
    if (entry >= 0) {
      zip[entry + 8] |= 1;
    }
  }

  /** Says of an entry that it unpacks to nearly 2 GB. */
  private static void claim(byte[] zip, String name) {
    Arrays.fill(zip, listed(zip, name) + 24, listed(zip, name) + 27, (byte) 0xff);
    zip[listed(zip, name) + 27] = 0x7f;
  }

  /** Where an entry stands in the list at the zip's end; negative if it isn't there. */
  private static int listed(byte[] zip, String name) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int entry = text.indexOf("PK\1\2");
    while (entry >= 0) {
      int length = text.charAt(entry + 28) + (text.charAt(entry + 29) << 8);
      if (text.substring(entry + 46, entry + 46 + length).endsWith(name)) {
        return entry;
      }
      entry = text.indexOf("PK\1\2", entry + 1);
    }
    return -1;
  }
}
