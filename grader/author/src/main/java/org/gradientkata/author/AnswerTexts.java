package org.gradientkata.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What learners may see of the solutions, and what they may not: for handouts. */
public final class AnswerTexts {
  private final KitTree tree;

  /**
   * The texts of a checkout.
   *
   * @param root the folder of the parent pom
   */
  public AnswerTexts(Path root) {
    this.tree = new KitTree(root);
  }

  /**
   * The stubs as cut, whatever lies in the exercises now.
   *
   * @return the text of each stub, by its path from the root
   * @throws AuthorException if a solution is malformed
   */
  public Map<String, String> stubs() {
    Map<String, String> stubs = new TreeMap<>();
    for (Path solution : tree.solutions()) {
      stubs.put(tree.editedFile(tree.classPathOf(solution)), StubCutter.cut(tree.source(solution)));
    }
    return stubs;
  }

  /**
   * What no learner may find: the answers, with the members that only they need, and the right
   * alternatives.
   *
   * @return the source of each region
   * @throws AuthorException if a solution or a variant is malformed
   */
  public List<String> answers() {
    List<String> answers = new ArrayList<>();
    for (Path solution : tree.solutions()) {
      tree.source(solution)
          .linesWith(
              (region, body) -> {
                answers.add(String.join("\n", body));
                return List.of();
              });
      tree.variantsOf(solution).stream()
          .filter(variant -> variant.kind() == Variant.Kind.RIGHT)
          .flatMap(variant -> variant.bodies().values().stream())
          .forEach(body -> answers.add(String.join("\n", body)));
    }
    return answers;
  }
}
