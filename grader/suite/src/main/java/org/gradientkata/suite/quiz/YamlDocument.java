package org.gradientkata.suite.quiz;

import java.util.Optional;
import org.gradientkata.suite.Texts;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as a tree of nodes that know their lines. Tags and aliases mean nothing here. */
public final class YamlDocument {
  private static final int LONGEST = 1_000_000;

  private final String file;

  /**
   * A document that is yet to be read.
   *
   * @param file the file as a reader knows it
   */
  public YamlDocument(String file) {
    this.file = file;
  }

  /** The file as a reader knows it. */
  String file() {
    return file;
  }

  /**
   * Reads the text of the file.
   *
   * @param yaml the text
   * @return its root; empty if it holds nothing but comments
   * @throws QuizProblem if it is no YAML; the message names the line
   */
  public Optional<Node> root(String yaml) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = place(e);
      String shown = mark.map(m -> "\n" + m.createSnippet()).orElse("");
      String words = e.getProblem() == null ? e.getContext() : e.getProblem();
      int line = mark.map(m -> m.getLine() + 1).orElse(0);
      throw new QuizProblem(file, line, "", text("yaml.unreadable", words) + shown);
    } catch (YamlEngineException e) {
      throw new QuizProblem(file, 0, "", text("yaml.unreadable", e.getMessage()));
    } catch (StackOverflowError e) { // the composer calls itself for each level of brackets
      throw new QuizProblem(file, 0, "", text("yaml.deep"));
    }
  }

  /** Of a bracket or quotation mark that is never closed the parser complains at the next thing. */
  private static Optional<Mark> place(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext();
    boolean open = context.contains("flow") || context.contains("quoted");
    return open && e.getContextMark().isPresent()
        ? e.getContextMark()
        : e.getProblemMark().or(e::getContextMark);
  }

  /**
   * A node as a mapping with text keys.
   *
   * @param node a node of this document
   * @return its entries
   * @throws QuizProblem if it is something else, or has a key twice
   */
  public YamlEntry entry(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(node, "", "yaml.no-mapping");
    }
    YamlEntry entry = new YamlEntry(this, line(node));
    for (NodeTuple pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        throw problem(pair.getKeyNode(), "", "yaml.no-key");
      }
      if (!entry.put(key.getValue(), line(key), pair.getValueNode())) {
        throw problem(key, "", "yaml.twice", key.getValue());
      }
    }
    return entry;
  }

  /** The entries of a list of mappings. */
  java.util.List<YamlEntry> entries(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw problem(node, "", "yaml.no-list");
    }
    return sequence.getValue().stream().map(this::entry).toList();
  }

  /** The line of a node, counted from 1. */
  static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }

  QuizProblem problem(Node node, String question, String key, Object... arguments) {
    return problem(line(node), question, key, arguments);
  }

  QuizProblem problem(int line, String question, String key, Object... arguments) {
    return new QuizProblem(file, line, question, text(key, arguments));
  }

  private static String text(String key, Object... arguments) {
    return Texts.of(Quiz.EXERCISE).get(key, arguments);
  }
}
