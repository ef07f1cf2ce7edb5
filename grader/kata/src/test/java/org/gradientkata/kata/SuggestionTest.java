package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,abc,0", "abc,'',3", "relu,rleu,1"})
  @DisplayName("the distance counts letters inserted, deleted, replaced and swapped")
  void shouldCountEdits(String a, String b, int edits) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
  }

  @Test
  @DisplayName("only what is near enough is suggested")
  void shouldSuggestOnlyWhatIsNear() {
    List<String> words = List.of("sigmoid", "tanh", "relu");

    assertThat(Suggestion.nearest("Sigmod", words)).contains("sigmoid");
    assertThat(Suggestion.nearest("xyz", words)).isEmpty();
  }
}
