package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Pattern GAP = Pattern.compile("\\{\\d}|\\$\\{[A-Z-]+}|%n");

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle japanese = bundle(Locale.JAPANESE);

  @Test
  @DisplayName("both languages have the same texts")
  void shouldHaveSameKeys() {
    assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
  }

  @Test
  @DisplayName("a text has the same gaps in both languages")
  void shouldHaveSameGaps() {
    for (String key : english.keySet()) {
      assertThat(gaps(japanese.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
    }
  }

  @Test
  @DisplayName("no blank stands between two Japanese sentences, also where two texts meet")
  void shouldHaveNoBlankBetweenJapaneseSentences() {
    for (String key : japanese.keySet()) {
      assertThat(japanese.getString(key)).as(key).doesNotContain("。 ");
    }
    assertThat(CommandRun.in("ja", "lis").err()).startsWith("「lis」はここには書けません。「list」の");
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("org.gradientkata.kata.kata", locale, EXACT);
  }
}
