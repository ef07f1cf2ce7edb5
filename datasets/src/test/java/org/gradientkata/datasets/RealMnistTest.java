package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The real MNIST")
class RealMnistTest {

  @Test
  @DisplayName("is read whole, with the published sums, counts and first labels")
  void isReadWhole() throws IOException {
    Places places = Places.ofThisProcess();
    assumeTrue(
        places.given().isPresent(),
        "skipped: name MNIST's folder with -Dkata.data or KATA_DATA to read the real files");
    Places givenOnly = new Places(places.given(), Path.of("."), Path.of("."), true);
    DatasetLoader loader =
        new DatasetLoader(
            new DatasetFinder(givenOnly, new Downloader(Limits.STANDARD), ImageSet::source));

    Dataset mnist = loader.load(ImageSet.MNIST, Progress.NONE);

    assertThat(mnist.note()).as("a note would say that a sum differs").isEmpty();
    assertThat(mnist.train().count()).isEqualTo(60_000);
    assertThat(mnist.test().count()).isEqualTo(10_000);
    assertThat(mnist.train().features()).isEqualTo(784);
    assertThat(mnist.train().labels(new int[] {0, 1, 2, 3, 4})).containsExactly(5, 0, 4, 1, 9);
    assertThat(mnist.test().labels(new int[] {0, 1, 2, 3, 4})).containsExactly(7, 2, 1, 0, 4);
    assertThat(mnist.synthetic()).isFalse();
  }
}
