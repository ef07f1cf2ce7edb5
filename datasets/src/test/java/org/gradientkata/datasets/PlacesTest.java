package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The places where data may be")
class PlacesTest {

  @TempDir Path folder;

  @Test
  @DisplayName("follow -Dkata.data before KATA_DATA, and a blank value counts as none")
  void propertyBeforeEnvironment() {
    Map<String, String> environment = Map.of("KATA_DATA", "/e");

    assertThat(places(Map.of("kata.data", "/p"), environment).given()).contains("/p");
    assertThat(places(Map.of("kata.data", " "), environment).given()).contains("/e");
    assertThat(places(Map.of(), Map.of("KATA_DATA", "")).given()).isEmpty();
  }

  @Test
  @DisplayName("include the cache of each system")
  void cachePerSystem() {
    Map<String, String> linux = Map.of("os.name", "Linux", "user.home", "/home/u");
    String absolute = folder.toAbsolutePath().toString();

    assertThat(cache(linux, Map.of())).isEqualTo(Path.of("/home/u/.cache/gradient-kata/mnist"));
    assertThat(cache(linux, Map.of("XDG_CACHE_HOME", absolute)))
        .isEqualTo(folder.toAbsolutePath().resolve("gradient-kata/mnist"));
    assertThat(cache(linux, Map.of("XDG_CACHE_HOME", "relative")))
        .isEqualTo(Path.of("/home/u/.cache/gradient-kata/mnist"));
    assertThat(cache(Map.of("os.name", "Mac OS X", "user.home", "/Users/u"), Map.of()))
        .isEqualTo(Path.of("/Users/u/Library/Caches/gradient-kata/mnist"));
    assertThat(
            cache(Map.of("os.name", "Windows 11", "user.home", "/u"), Map.of("LOCALAPPDATA", "/l")))
        .isEqualTo(Path.of("/l/gradient-kata/mnist"));
    assertThat(cache(Map.of("os.name", "Windows 11", "user.home", "/u"), Map.of()))
        .isEqualTo(Path.of("/u/AppData/Local/gradient-kata/mnist"));
  }

  @Test
  @DisplayName("include the checkout's datasets folder, found from any folder below it")
  void checkoutIsFoundUpwards() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("grader/suite"));
    Files.createFile(folder.resolve("mvnw"));
    Places places = places(Map.of("user.dir", deep.toString()), Map.of());

    assertThat(places.checkout(ImageSet.FASHION_MNIST))
        .isEqualTo(Optional.of(folder.resolve("datasets").resolve("fashion-mnist")));
  }

  @Test
  @DisplayName("exclude the network with -Dkata.offline=true only")
  void offline() {
    assertThat(places(Map.of("kata.offline", "true"), Map.of()).offline()).isTrue();
    assertThat(places(Map.of("kata.offline", "false"), Map.of()).offline()).isFalse();
    assertThat(places(Map.of(), Map.of()).offline()).isFalse();
  }

  private static Places places(Map<String, String> properties, Map<String, String> environment) {
    return Places.of(properties::get, environment::get);
  }

  private static Path cache(Map<String, String> properties, Map<String, String> environment) {
    return places(properties, environment).cache(ImageSet.MNIST);
  }
}
