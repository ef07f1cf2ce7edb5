package org.gradientkata.suite.quiz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a YAML file. Whatever is wrong with it is said with its line and question. */
public final class YamlEntry {
  private final YamlDocument document;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private String question = "";

  YamlEntry(YamlDocument document, int line) {
    this.document = document;
    this.line = line;
  }

  /** Adds a pair; false if there is one of that key. */
  boolean put(String key, int keyLine, Node value) {
    lines.put(key, keyLine);
    return values.put(key, value) == null;
  }

  /** Tells whose question this is, for the messages. */
  YamlEntry of(String id) {
    question = id;
    return this;
  }

  /**
   * All keys.
   *
   * @return in the order of the file
   */
  public Set<String> keys() {
    return values.keySet();
  }

  int line() {
    return line;
  }

  /**
   * The line of a key.
   *
   * @param key a key
   * @return counted from 1; that of the whole mapping if the key isn't there
   */
  public int line(String key) {
    return lines.getOrDefault(key, line);
  }

  Node value(String key) {
    return values.get(key);
  }

  /**
   * Refuses keys that mean nothing here.
   *
   * @param known those that do
   * @throws QuizProblem if there is another one
   */
  public void allow(Set<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw problem(
            key, "yaml.unknown-key", key, String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  /**
   * A single value that must be there.
   *
   * @param key its key
   * @return the value
   * @throws QuizProblem if there is none, or something else
   */
  public String text(String key) {
    return optional(key).orElseThrow(() -> problem(key, "yaml.missing", key));
  }

  /**
   * A single value.
   *
   * @param key its key
   * @return the value; empty if the key isn't there or has no value
   * @throws QuizProblem if it is something else
   */
  public Optional<String> optional(String key) {
    Node node = values.get(key);
    if (node == null || isEmpty(node)) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip());
    }
    throw problem(key, "yaml.no-text", key);
  }

  /**
   * One value or a list of values.
   *
   * @param key its key
   * @return the values, in order
   * @throws QuizProblem if there is none, or something else
   */
  public List<String> texts(String key) {
    if (!(values.get(key) instanceof SequenceNode sequence)) {
      return List.of(text(key));
    }
    return sequence.getValue().stream().map(node -> scalar(key, node)).toList();
  }

  /**
   * A mapping within this one.
   *
   * @param key its key
   * @return its entries; empty if the key isn't there or has no value
   * @throws QuizProblem if it is something else
   */
  public Optional<YamlEntry> entry(String key) {
    Node node = values.get(key);
    return node == null || isEmpty(node) ? Optional.empty() : Optional.of(document.entry(node));
  }

  /**
   * The entries of a list that must be there.
   *
   * @param key its key
   * @return a mapping for each entry
   * @throws QuizProblem if there is none, or something else
   */
  public List<YamlEntry> entries(String key) {
    if (!values.containsKey(key)) {
      throw problem(key, "yaml.missing", key);
    }
    return document.entries(values.get(key)).stream().map(e -> e.of(question)).toList();
  }

  /**
   * A text in both languages: {@code key} if it is the same in both, else {@code key-en} and {@code
   * key-ja}.
   */
  Bilingual bilingual(String key) {
    Bilingual text =
        values.containsKey(key)
            ? new Bilingual(text(key), text(key))
            : new Bilingual(language(key, "-en"), language(key, "-ja"));
    for (String each : List.of(text.en(), text.ja())) {
      try {
        Markup.parts(each);
      } catch (IllegalArgumentException e) {
        throw problem(values.containsKey(key) ? key : key + "-en", "yaml.markup", e.getMessage());
      }
    }
    return text;
  }

  QuizProblem problem(String key, String message, Object... arguments) {
    return document.problem(line(key), question, message, arguments);
  }

  private String language(String key, String ending) {
    return optional(key + ending)
        .orElseThrow(() -> problem(key + ending, "yaml.language", key + ending));
  }

  private String scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw problem(key, "yaml.no-text", key);
  }

  /** Nothing after the colon, or one of YAML's words for it. */
  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getValue().isBlank()
            || (scalar.isPlain() && scalar.getValue().matches("~|null")));
  }
}
