package org.gradientkata.classroom.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
