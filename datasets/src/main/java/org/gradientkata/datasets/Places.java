package org.gradientkata.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where this process may find data.
 *
 * @param given the value of {@code -Dkata.data}, else of {@code KATA_DATA}, else empty
 * @param workingDirectory where the search for the checkout begins
 * @param cache the kit's folder in the user's cache
 * @param offline whether {@code -Dkata.offline=true} forbids downloads
 */
record Places(Optional<String> given, Path workingDirectory, Path cache, boolean offline) {

  private static final String CACHE_NAME = "gradient-kata";

  /** What the properties and the environment of this process say. */
  static Places ofThisProcess() {
    return of(System::getProperty, System::getenv);
  }

  /**
   * What properties and environment say.
   *
   * @param property the value of a system property, or null
   * @param environment the value of an environment variable, or null
   */
  static Places of(UnaryOperator<String> property, UnaryOperator<String> environment) {
    Optional<String> given = set(property, "kata.data").or(() -> set(environment, "KATA_DATA"));
    return new Places(
        given,
        Path.of(set(property, "user.dir").orElse("")).toAbsolutePath(),
        cacheRoot(property, environment).resolve(CACHE_NAME),
        Boolean.parseBoolean(property.apply("kata.offline")));
  }

  private static Optional<String> set(UnaryOperator<String> values, String name) {
    return Optional.ofNullable(values.apply(name)).filter(value -> !value.isBlank());
  }

  private static Path cacheRoot(UnaryOperator<String> property, UnaryOperator<String> environment) {
    String system = set(property, "os.name").orElse("").toLowerCase(Locale.ROOT);
    Path home = Path.of(set(property, "user.home").orElse(""));
    if (system.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA")
          .map(Path::of)
          .orElse(home.resolve("AppData").resolve("Local"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    // The XDG specification says that a relative path there is to be ignored.
    return set(environment, "XDG_CACHE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".cache"));
  }

  /**
   * The set's folder in the checkout: {@code datasets/<set>} below the nearest folder upwards that
   * holds the Maven wrapper.
   */
  Optional<Path> checkout(ImageSet set) {
    for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw")) || Files.exists(folder.resolve(".mvn"))) {
        return Optional.of(folder.resolve("datasets").resolve(set.folder()));
      }
    }
    return Optional.empty();
  }

  /** The set's folder in the user's cache. */
  Path cache(ImageSet set) {
    return cache.resolve(set.folder());
  }
}
