package org.gradientkata.suite.quiz;

import java.util.List;
import java.util.stream.Collectors;
import org.gradientkata.suite.Titled;

/**
 * A question of the quiz.
 *
 * @param id names it in answer sheets and results
 * @param exercise number and name of the exercise that it belongs to
 * @param topic what it is about
 * @param sources where its facts are from: {@code 004 §3} is a document, anything else a paper
 * @param title a few words
 * @param text the question
 * @param form how it is answered
 */
public record Question(
    String id,
    String exercise,
    Topic topic,
    List<String> sources,
    Bilingual title,
    Bilingual text,
    Form form)
    implements Titled {

  @Override
  public String checkTitle() {
    return title.plain();
  }

  /**
   * The sources for a reader.
   *
   * @return such as {@code document 004 §3; He et al. 2015}
   */
  public Bilingual source() {
    return new Bilingual(sources("document "), sources("資料 "));
  }

  private String sources(String document) {
    return sources.stream()
        .map(s -> s.matches("\\d{3}\\b.*") ? document + s : s)
        .collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return id;
  }
}
