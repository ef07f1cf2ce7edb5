package org.gradientkata.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClassroomTextsTest {
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  @Test
  @DisplayName("every file has the same texts with the same gaps in both languages")
  void shouldSayTheSameInBothLanguages() throws IOException, URISyntaxException {
    List<String> files = files();
    assertThat(files).contains("intake");
    for (String file : files) {
      ResourceBundle english = ClassroomTexts.bundle(Locale.ENGLISH, file);
      ResourceBundle japanese = ClassroomTexts.bundle(Locale.JAPANESE, file);
      assertThat(new TreeSet<>(japanese.keySet()))
          .as(file)
          .isEqualTo(new TreeSet<>(english.keySet()));
      for (String key : english.keySet()) {
        assertThat(gaps(japanese.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
      }
    }
  }

  @Test
  @DisplayName("what fills a gap is not looked at for gaps")
  void shouldFillGapsOnce() {
    String text = ClassroomTexts.in(Locale.ENGLISH, "intake.capitals", "{1}$1", "Sigmoid.java");

    assertThat(text).startsWith("{1}$1 was not read").contains("Sigmoid.java");
  }

  private static List<String> files() throws IOException, URISyntaxException {
    Path folder = Path.of(ClassroomTexts.class.getResource("texts").toURI());
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith("_en.properties"))
          .map(f -> f.replace("_en.properties", ""))
          .toList();
    }
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
