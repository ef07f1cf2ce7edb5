package org.gradientkata.kata;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.experiment.InitLab;
import org.gradientkata.labs.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Histograms of the activations of a fresh network. */
@Command(name = "init")
final class InitCommand extends LabRun {
  private static final int MOST_LAYERS = 20;

  @Option(names = "--activation", paramLabel = "NAMES", defaultValue = "tanh,sigmoid,relu")
  private String activations;

  @Option(names = "--init", paramLabel = "RULES", defaultValue = "zeros,1,0.01,xavier,he")
  private String initialValues;

  @Option(names = "--layers", paramLabel = "N", defaultValue = "5", descriptionKey = "lab.layers")
  private String layers;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  InitCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    ActivationChoice[] possible = InitLab.curves().toArray(ActivationChoice[]::new);
    List<ActivationChoice> chosen =
        words(activations)
            .map(word -> Typed.choice("--activation", word, possible, ActivationChoice::id))
            .toList();
    List<InitialValue> rules = words(initialValues).map(Typed::initialValue).toList();
    return new InitLab(
        chosen, rules, Typed.whole("--layers", layers, 1, MOST_LAYERS), Typed.seed(seed));
  }

  private static Stream<String> words(String typed) {
    return Arrays.stream(typed.split(",", -1)).map(String::strip);
  }
}
