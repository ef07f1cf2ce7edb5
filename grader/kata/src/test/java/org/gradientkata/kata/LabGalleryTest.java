package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.gradientkata.labs.experiment.LabProgress;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.LabTexts;
import org.gradientkata.labs.experiment.RnnNormsLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabGalleryTest {
  private static final String LANGUAGE = "kata.lang";
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
}
