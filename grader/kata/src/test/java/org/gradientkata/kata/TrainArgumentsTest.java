package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.DatasetChoice;
import org.gradientkata.labs.TrainingOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TrainArgumentsTest {

  @Test
  @DisplayName("without options it is the standard run")
  void shouldBeStandardRunWithoutOptions() {
    assertThat(parse()).isEqualTo(TrainingOptions.standard());
  }

  @Test
  @DisplayName("every option is read")
  void shouldReadEveryOption() {
    TrainingOptions options =
        parse(
            "--dataset=Fashion-MNIST",
            "--hidden=40, 40",
            "--activation=leaky-relu",
            "--init=0.01",
            "--batch-norm",
            "--residual",
            "--epochs=3",
            "--batch=32",
            "--learning-rate=1e-2",
            "--seed=-5");

    assertThat(options)
        .isEqualTo(
            new TrainingOptions(
                DatasetChoice.FASHION_MNIST,
                List.of(40, 40),
                ActivationChoice.LEAKY_RELU,
                InitialValue.gaussian(0.01),
                true,
                true,
                3,
                32,
                0.01,
                -5));
  }

  @Test
  @DisplayName("there may be no hidden layer at all")
  void shouldReadEmptyHidden() {
    assertThat(parse("--hidden", "").hidden()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --dataset=minst       | --dataset 'minst': expected one of mnist, fashion-mnist, synthetic. Did you mean 'mnist'?
          --hidden=10,,20       | --hidden '': expected a whole number from 1 to 10000.
          --hidden=-3           | --hidden '-3': expected a whole number from 1 to 10000.
          --activation=rleu     | --activation 'rleu': expected one of sigmoid, tanh, relu, leaky-relu, swish, gcu.
          --init=hee            | --init 'hee': expected xavier, he, zeros, or a standard deviation >= 0. Did you mean 'he'?
          --init=-1             | --init '-1': expected xavier, he, zeros, or a standard deviation >= 0.
          --epochs=0            | --epochs '0': expected a whole number from 1 to 100000.
          --epochs=2.5          | --epochs '2.5': expected a whole number from 1 to 100000.
          --batch=100000        | --batch '100000': expected a whole number from 1 to 60000.
          --learning-rate=0     | --learning-rate '0': expected a number above 0, such as 0.1.
          --learning-rate=NaN   | --learning-rate 'NaN': expected a number above 0, such as 0.1.
          --learning-rate=fast  | --learning-rate 'fast': expected a number above 0, such as 0.1.
          --seed=x              | --seed 'x': expected a whole number.
          """)
  @DisplayName("what can't be is refused with the option, what was seen and what was expected")
  void shouldRefuseWithClearMessage(String option, String message) {
    CommandRun run = CommandRun.of("train", option);

    assertThat(run.err()).startsWith(message);
    assertThat(run.code()).isEqualTo(Kata.USAGE);
  }

  @Test
  @DisplayName("residual blocks of different widths are refused, in Japanese too")
  void shouldRefuseResidualBlocksOfDifferentWidths() {
    CommandRun run = CommandRun.in("ja", "train", "--residual", "--hidden=10,20");

    assertThat(run.err()).startsWith("--residual では隠れ層の幅をすべて同じにする必要がありますが、--hidden は 10,20 です。");
    assertThat(run.code()).isEqualTo(Kata.USAGE);
  }

  private static TrainingOptions parse(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.arguments.options();
  }

  @Command
  private static final class Holder {
    @Mixin private TrainArguments arguments;
  }
}
