package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("verdicts that are known")
class KnownVerdictsTest {
  private static final String SIGMOID = "01 sigmoid";

  @TempDir private Path temp;
  private SmallCheckout checkout;
  private AnswerSet answers;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = SmallCheckout.in(temp);
    answers = new Kit(checkout.root()).exercises();
    checkout.answer("Sigmoid", "Sigmoid");
  }

  @Test
  @DisplayName("are those of the last run, to the last word, as long as nothing has changed")
  void shouldKnowWhatWasGraded() throws IOException {
    answerWrongly();
    var graded = Grader.grade(answers, List.of(SIGMOID)).standings().get(0);

    assertThat(known()).get().extracting(Wire.Result::standing).isEqualTo(graded);

    checkout.answer("Sigmoid", "Sigmoid");
    answers.compile();
    assertThat(known()).isEmpty();
  }

  @Test
  @DisplayName("are not asked for again, but by check")
  void shouldNotRunAgain() throws IOException {
    FileTime old = FileTime.fromMillis(0);
    gradeChanged();
    Files.setLastModifiedTime(file(), old);

    assertThat(gradeChanged()).isEqualTo(State.SOLVED);
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(old);

    Grader.grade(answers, List.of(SIGMOID));
    assertThat(Files.getLastModifiedTime(file())).isGreaterThan(old);
  }

  @Test
  @DisplayName("of another answer are found out, though the file looks as it should")
  void shouldFindOutVerdictOfAnotherAnswer() throws IOException {
    gradeChanged();
    byte[] solved = Files.readAllBytes(file());
    answerWrongly();
    gradeChanged();

    Files.write(file(), solved);

    assertThat(gradeChanged()).isEqualTo(State.WRONG);
  }

  @Test
  @DisplayName("that were tampered with, cut off or written by something else are found out")
  void shouldIgnoreWhatIsNoVerdict() throws IOException {
    answerWrongly();
    gradeChanged();
    byte[] right = Files.readAllBytes(file());
    byte[] tampered =
        new String(right, StandardCharsets.ISO_8859_1)
            .replace("WRONG", "WRING")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(tampered).isNotEqualTo(right);

    for (byte[] content :
        List.of(
            tampered,
            Arrays.copyOf(right, right.length - 1),
            Arrays.copyOf(right, 64),
            Arrays.copyOf(right, 10),
            new byte[0],
            new byte[100])) {
      Files.write(file(), content);

      assertThat(known()).isEmpty();
    }
    assertThat(gradeChanged()).isEqualTo(State.WRONG);
    assertThat(Files.readAllBytes(file())).hasSizeGreaterThan(100);
  }

  @Test
  @DisplayName("that lie in every letter are found out by check, which always runs")
  void shouldBelieveCheck() throws Exception {
    gradeChanged();
    Wire.Result solved = known().orElseThrow();
    answerWrongly();
    answers.compile();
    KnownVerdicts lie = KnownVerdicts.of(answers);
    lie.note(solved, Set.of());
    lie.keep();
    assertThat(gradeChanged()).isEqualTo(State.SOLVED);

    assertThat(Grader.grade(answers, List.of(SIGMOID)).standings().get(0).state())
        .isEqualTo(State.WRONG);

    assertThat(gradeChanged()).isEqualTo(State.WRONG);
  }

  @Test
  @DisplayName("leave out what came to a limit, which another run might not")
  void shouldNotKeepWhatCameToLimit() throws IOException {
    checkout.answer("return y * (1 - y);", "return derivativeFromValue(y) + 1;");

    assertThat(gradeChanged()).isEqualTo(State.WRONG);

    assertThat(known()).isEmpty();
  }

  @Test
  @DisplayName("leave out those of a process that wasn't what it had been")
  void shouldNotKeepOfSpoiledProcess() {
    gradeChanged();
    Wire.Result result = known().orElseThrow();
    KnownVerdicts other = KnownVerdicts.of(answers);

    assertThat(file()).exists();
    assertThat(file().toFile().delete()).isTrue();
    other.note(result.unsteady(), Set.of());
    other.keep();

    assertThat(file()).doesNotExist();
  }

  @Test
  @DisplayName("leave out an answer that was changed while it was graded, also if it comes back")
  void shouldNotKeepOfChangedAnswer() throws IOException {
    gradeChanged();
    Wire.Result solved = known().orElseThrow();
    answerWrongly();
    answers.compile();
    KnownVerdicts slow = KnownVerdicts.of(answers);
    checkout.answer("Sigmoid", "Sigmoid");
    answers.compile();
    slow.note(solved, Set.of());

    slow.keep();

    answerWrongly();
    assertThat(gradeChanged()).isEqualTo(State.WRONG);
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  @DisplayName("can't be kept where nothing may be written; then all is graded each time")
  void shouldGradeWhereNothingCanBeKept() throws IOException {
    Files.createDirectories(answers.classes().getParent());
    Files.writeString(file().getParent(), "a file where the folder would be");

    assertThat(gradeChanged()).isEqualTo(State.SOLVED);
    assertThat(gradeChanged()).isEqualTo(State.SOLVED);
  }

  private void answerWrongly() throws IOException {
    checkout.answer("return y * (1 - y);", "return (1 - y) / y;");
  }

  private State gradeChanged() {
    return Grader.gradeChanged(answers, List.of(SIGMOID)).standings().get(0).state();
  }

  private Optional<Wire.Result> known() {
    return KnownVerdicts.of(answers).of(SIGMOID, Set.of());
  }

  private Path file() {
    String language = org.gradientkata.suite.Texts.locale().getLanguage();
    return answers.classes().resolveSibling("verdicts").resolve("01-sigmoid." + language);
  }
}
