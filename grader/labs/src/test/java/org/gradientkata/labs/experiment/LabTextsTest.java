package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradientkata.labs.PlotStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class LabTextsTest {
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  private final ResourceBundle english = LabTexts.in(Locale.ENGLISH).bundle();
  private final ResourceBundle japanese = LabTexts.in(Locale.JAPANESE).bundle();

  @Test
  @DisplayName("both languages have the same texts with the same gaps")
  void shouldHaveSameTextsAndGaps() {
    assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    for (String key : english.keySet()) {
      assertThat(gaps(japanese.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
    }
  }

  @Test
  @DisplayName("the plots' font has every letter of the texts, in both languages")
  void shouldHaveEveryLetterInFont() {
    XYChart chart = new PlotStyle().lines("", "", "");

    for (ResourceBundle bundle : new ResourceBundle[] {english, japanese}) {
      for (String key : bundle.keySet()) {
        // A raised T stands in no plot.
        String text = bundle.getString(key).replace("\n", "").replace("ᵀ", "");
        int missing = chart.getStyler().getChartTitleFont().canDisplayUpTo(text);
        assertThat(missing).as(key + ": " + text).isEqualTo(-1);
      }
    }
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
