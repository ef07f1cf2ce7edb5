package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.labs.experiment.LabProgress;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.LabTexts;
import org.gradientkata.labs.experiment.RnnNormsLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabGalleryTest {
  private static final String LANGUAGE = "kata.lang";

  /**
   * A frame as wide as a phone, and below it how wide its page is, and whether it shows captions.
   */
  private static final String PHONE =
      """
      <iframe style="width: 360px; height: 700px; border: 0" srcdoc="%s"></iframe>
      <p id="log"></p>
      <script>
      addEventListener("load", () => {
        const page = document.querySelector("iframe").contentDocument;
        const seen = page.documentElement;
        const caption = page.querySelector("caption span").getBoundingClientRect();
        document.querySelector("#log").textContent = `page ${seen.scrollWidth <= seen.clientWidth}, `
            + `caption ${(caption.left >= 0 && caption.right <= seen.clientWidth)}`;
      });
      </script>
      """;

  private String before;

  @BeforeEach
  void rememberLanguage() {
    before = System.getProperty(LANGUAGE);
  }

  @AfterEach
  void restoreLanguage() {
    if (before == null) {
      System.clearProperty(LANGUAGE);
    } else {
      System.setProperty(LANGUAGE, before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, Gradient Kata: the labs, <th scope=\"col\">ratio</th>",
    "ja, Gradient Kata:実験, <th scope=\"col\">比</th>"
  })
  @DisplayName("the page holds words, tables, bars and plots, and needs nothing else")
  void shouldHoldEverything(String language, String title, String column) throws IOException {
    System.setProperty(LANGUAGE, language);
    LabReport report =
        new RnnNormsLab(20, 0.5)
            .run(LabTexts.in(Locale.forLanguageTag(language)), LabProgress.NONE);
    LabGallery gallery = new LabGallery();
    gallery.add(report);
    gallery.addProblem("depth", "needs exercise <22>");

    String page = gallery.html();

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
        .contains("<h1>" + title + "</h1>", column, "2.47 3.34 4.78", "▁▂▂▂▃▄▅▆▇█")
        .contains("<img alt=", "data:image/png;base64,iVBOR", "href=\"#rnn-norms\"")
        .contains("<p class=\"problem\">needs exercise &lt;22&gt;</p>")
        .doesNotContain("<script", "http:", "https:", "{{");
  }

  @Test
  @DisplayName("on a phone nothing but a wide table has to be moved sideways")
  void shouldFitPhone(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "skipped: there is no Chromium on this machine");
    List<String> cells = Collections.nCopies(20, "1.234e-5");
    LabGallery gallery = new LabGallery();
    gallery.add(
        new LabReport(
            "wide",
            "wide",
            List.of(
                new LabReport.Table("A long caption. ".repeat(20), cells, List.of(cells)),
                new LabReport.Spark("loss, no clipping", new double[100])),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            Map.of()));
    String frame = gallery.html().replace("&", "&amp;").replace("\"", "&quot;");
    Path page = Files.writeString(folder.resolve("page.html"), PHONE.formatted(frame));
    Path profile = Files.createDirectory(folder.resolve("profile"));

    String dom = new Chromium(program.orElseThrow(), profile).dom(page);

    assertThat(dom).contains("page true, caption true");
  }
}
