package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the options that the launcher is told")
class VectorOptionCommandTest {

  @ParameterizedTest(name = "{0}, Vector API there: {1}")
  @CsvSource({
    "ejml, true, --add-modules=jdk.incubator.vector",
    "ejml, false, ''",
    "native, true, ''",
    "vector, true, ''"
  })
  @DisplayName("ask for the Vector API only where plain Java would multiply and the JDK has it")
  void askForTheVectorApiWherePlainJavaWouldMultiply(
      String backend, boolean there, String expected) {
    assertThat(VectorOptionCommand.options(backend, there)).isEqualTo(expected);
  }
}
