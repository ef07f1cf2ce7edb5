package org.gradientkata.classroom.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the search for answers that a handout would give away")
class LeakSearchTest {
  private static final String BODY =
      "    double e = Math.exp(-x);\n    return 1 / (1 + e); // stable";
  private final LeakSearch search = new LeakSearch(List.of(BODY, "return x;"));

  @Test
  @DisplayName("finds a body in any file, however it is laid out")
  void findsABody() throws IOException {
    byte[] other = "x\r\n\tdouble e=Math.exp( -x ); return 1/(1+e);// stable }".getBytes(utf8());

    assertThat(search.in(Map.of("docs/a.md", other))).singleElement().asString().contains("a.md");
  }

  @Test
  @DisplayName("finds a body in a zip within a zip, whatever their names")
  void findsABodyInAZip() throws IOException {
    byte[] inner = zip("Sigmoid.java", BODY.getBytes(utf8()));

    assertThat(search.in(Map.of("twins.bin", zip("more.dat", inner))))
        .singleElement()
        .asString()
        .startsWith("twins.bin!more.dat!Sigmoid.java: ");
  }

  @Test
  @DisplayName("finds a body that was put into comments, and one with other comments")
  void findsABodyAmongComments() throws IOException {
    byte[] hidden =
        "/**\n * double e = Math.exp(-x);\n * return 1 / (1 + e);\n */".getBytes(utf8());
    byte[] explained =
        "double e = Math.exp(-x); // e to the -x\n/* so */ return 1 / (1 + e);".getBytes(utf8());

    assertThat(search.in(Map.of("A.java", hidden))).hasSize(1);
    assertThat(search.in(Map.of("A.java", explained))).hasSize(1);
  }

  @Test
  @DisplayName("finds a good part of a long body")
  void findsAPart() throws IOException {
    String line =
        "double meanOfColumn%1$d = sumOfTheColumnBefore%1$d / (batch * features + epsilon%1$d);\n";
    String body = String.format(line, 1) + String.format(line, 2) + String.format(line, 3);
    String part = String.format(line, 2) + String.format(line, 3);

    assertThat(new LeakSearch(List.of(body)).in(Map.of("docs/a.md", part.getBytes(utf8()))))
        .hasSize(1);
    assertThat(
            new LeakSearch(List.of(body))
                .in(Map.of("docs/a.md", String.format(line, 2).getBytes(utf8()))))
        .isEmpty();
  }

  @Test
  @DisplayName("finds what was compressed with gzip")
  void findsABodyInGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(BODY.getBytes(utf8()));
    }

    assertThat(search.in(Map.of("data.bin", bytes.toByteArray()))).hasSize(1);
  }

  @Test
  @DisplayName("finds class files anywhere but among the twins, where right forms count as found")
  void findsClassFiles() throws IOException {
    byte[] compiled = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61};

    assertThat(search.in(Map.of("a/Sigmoid.class", compiled))).hasSize(1);
    assertThat(search.in(Map.of("a.jar", zip("org/Sigmoid.class", compiled)))).hasSize(1);
    assertThat(search.in(Map.of("grader/suite/twins/Sigmoid.zip", zip("right/A.class", compiled))))
        .hasSize(1);
    assertThat(search.in(Map.of("grader/suite/twins/Sigmoid.zip", zip("twin/x/A.class", compiled))))
        .isEmpty();
  }

  @Test
  @DisplayName("takes no notice of bodies that stand in any program")
  void leavesOrdinaryLinesAlone() throws IOException {
    assertThat(search.in(Map.of("A.java", "int f(int x) { return x; }".getBytes(utf8()))))
        .isEmpty();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static java.nio.charset.Charset utf8() {
    return StandardCharsets.UTF_8;
  }
}
