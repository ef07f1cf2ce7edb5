package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keeps every text to the words of docs/GLOSSARY.md, by its column of words that are not used. */
@DisplayName("one word for one thing")
class GlossaryTest {
  private static final Path ROOT = Checkout.here().tree().root();

  private static final Path GLOSSARY = ROOT.resolve("docs/GLOSSARY.md");

  private static final Set<String> TEXTS = Set.of("md", "properties", "yaml", "mustache", "java");

  /** Where a line of Markdown, YAML or Javadoc is broken. */
  private static final Pattern LINE_BREAK = Pattern.compile("\\R[ *#/]*");

  private static final List<Term> TERMS = terms();

  private static final List<RuledOut> RULED_OUT =
      TERMS.stream().flatMap(term -> term.notUsed().stream()).map(RuledOut::of).toList();

  /** A row of the glossary, its cells cut into words. */
  private record Term(List<String> english, List<String> japanese, List<String> notUsed) {
    Stream<String> used() {
      return Stream.concat(english.stream(), japanese.stream());
    }
  }

  @Test
  @DisplayName("a word that the glossary rules out is found, but not within a term of its own")
  void shouldFindWhatIsRuledOut() {
    String terms = TERMS.stream().flatMap(Term::used).collect(Collectors.joining(" | "));

    assertThat(RULED_OUT).hasSizeGreaterThan(50);
    assertThat(RULED_OUT)
        .allSatisfy(word -> assertThat(word.uses("7 " + word.example() + " 7")).hasSize(1))
        .allSatisfy(word -> assertThat(word.uses(terms)).isEmpty());
  }

  @Test
  @DisplayName("no text uses a word that the glossary rules out")
  void shouldUseTheGlossarysWords() throws IOException {
    Map<String, String> texts = texts();
    List<String> found = new ArrayList<>();

    texts.forEach(
        (place, text) ->
            RULED_OUT.stream()
                .flatMap(word -> word.uses(text).stream())
                .forEach(use -> found.add(place + ": " + use)));

    assertThat(texts).hasSizeGreaterThan(1_000);
    assertThat(found).isEmpty();
  }

  /** A word of the column "not", found where it is no part of a longer term of the glossary. */
  private record RuledOut(String beginning, String example, Pattern pattern) {
    private static final int CONTEXT = 15;

    static RuledOut of(String word) {
      String longerTerms =
          TERMS.stream()
              .flatMap(Term::used)
              .filter(term -> term.contains(word))
              .map(term -> Pattern.quote(term) + "|")
              .collect(Collectors.joining());
      String digits = Pattern.quote(word).replaceAll("N{2,}", "\\\\E\\\\d{2,}\\\\Q");
      return new RuledOut(
          word.replaceAll("N{2,}.*", ""),
          word.replace('N', '0'),
          Pattern.compile(longerTerms + "(" + digits + ")"));
    }

    List<String> uses(String text) {
      if (!text.contains(beginning)) {
        return List.of();
      }
      return pattern
          .matcher(text)
          .results()
          .filter(found -> found.group(1) != null)
          .map(found -> around(text, found))
          .toList();
    }

    private static String around(String text, MatchResult found) {
      int from = Math.max(0, found.start() - CONTEXT);
      return "…" + text.substring(from, Math.min(text.length(), found.end() + CONTEXT)) + "…";
    }
  }

  /** The texts by where they stand: a value of a properties file, or all of another file. */
  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path file : files()) {
      String place = ROOT.relativize(file).toString();
      String content = Files.readString(file);
      if (place.endsWith(".properties")) {
        Properties values = new Properties();
        values.load(new StringReader(content));
        values.forEach((key, value) -> texts.put(place + " " + key, value.toString()));
      } else {
        texts.put(place, LINE_BREAK.matcher(content).replaceAll(" "));
        texts.put(place + ", lines joined", LINE_BREAK.matcher(content).replaceAll(""));
      }
    }
    return texts;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made = Set.of("target", "runs").contains(name) || name.startsWith(".");
            return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.toString();
            if (TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !file.equals(GLOSSARY)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<Term> terms() {
    return KitTree.read(GLOSSARY)
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Term(words(cells[1]), words(cells[2]), words(cells[3])))
        .toList();
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split("[,;、()]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
