package org.gradientkata.labs.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pictures of the lessons")
class LessonPicturesTest {
  private static final Path IMAGES = Path.of("../../docs/lessons/img");

  @Test
  @DisplayName("are those that lie beside the lessons, no more and no fewer")
  void shouldBeThoseBesideTheLessons() throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.list(IMAGES)) {
      files = all.map(file -> file.getFileName().toString()).sorted().toList();
    }

    assertThat(LessonPictures.all())
        .extracting(picture -> picture.name() + ".png")
        .containsExactlyElementsOf(files);
  }

  // Not those that train a network: they take their time, and use the same means to draw.
  @ParameterizedTest
  @ValueSource(strings = {"01-sigmoid", "11-batch-normalization", "16-lstm-cell", "18-optimizers"})
  @DisplayName("can be drawn")
  void shouldBeDrawn(String name) throws IOException {
    LessonPicture picture =
        LessonPictures.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();

    byte[] png = picture.drawing().png();

    assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
  }
}
