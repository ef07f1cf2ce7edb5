package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTextTest {
  private static final String JAPANESE = "h ヒント · e エディタ · x 元に戻す · q 終了";

  @Test
  @DisplayName("a line of keys ends between two keys, never inside a Japanese word")
  void shouldBreakBetweenKeys() {
    assertThat(new WatchText(24).keys(JAPANESE))
        .containsExactly("", "h ヒント · e エディタ", "x 元に戻す · q 終了");
    assertThat(new WatchText(20).keys(JAPANESE))
        .containsExactly("", "h ヒント", "e エディタ", "x 元に戻す · q 終了");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 39, 40, 80, 200})
  @DisplayName("every key is there at every width, in a line that fits")
  void shouldKeepAllKeys(int columns) {
    List<String> lines = new WatchText(columns).keys(JAPANESE);

    assertThat(String.join(" · ", lines.subList(1, lines.size()))).isEqualTo(JAPANESE);
    assertThat(lines).allMatch(line -> TextWidth.of(line) <= columns);
  }

  @Test
  @DisplayName("a question before the keys is broken like any sentence")
  void shouldBreakLongQuestion() {
    assertThat(new WatchText(20).keys("Make the files of 01 new again?\ny yes · other: no"))
        .containsExactly("", "Make the files of 01", "new again?", "y yes · other: no");
  }

  @Test
  @DisplayName("the sum is over all exercises, also while few of them are known")
  void shouldCountAllExercises() {
    String sum = new WatchText(80).head(new Board(), "01 sigmoid", OptionalLong.empty()).get(0);

    int points = Catalogue.exercises().stream().mapToInt(Tests::points).sum();
    assertThat(points).isGreaterThan(300);
    assertThat(sum).contains("24", String.valueOf(points));
  }

  @Test
  @DisplayName("tests that are running are announced in a line that is there anyway")
  void shouldSayThatTestsRun() {
    WatchText text = new WatchText(80);
    Board board = new Board();

    List<String> idle = text.head(board, "01 sigmoid", OptionalLong.empty());
    List<String> busy = text.head(board, "01 sigmoid", OptionalLong.of(3));

    String word = Messages.get("watch.busy", 3L);
    assertThat(word).contains(String.format(Locale.ROOT, "%d", 3));
    assertThat(idle).hasSameSizeAs(busy).doesNotContain(word);
    assertThat(busy).endsWith(word);
  }
}
