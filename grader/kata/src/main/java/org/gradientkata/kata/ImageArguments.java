package org.gradientkata.kata;

import org.gradientkata.labs.DatasetChoice;
import org.gradientkata.labs.experiment.ImageSource;
import picocli.CommandLine.Option;

/** Which images a lab learns. */
final class ImageArguments {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "mnist",
      descriptionKey = "lab.dataset")
  private String dataset;

  ImageSource images(Console console) {
    DatasetChoice choice =
        Typed.choice("--dataset", dataset, DatasetChoice.values(), DatasetChoice::id);
    return () -> choice.load(new DownloadLine(console));
  }
}
