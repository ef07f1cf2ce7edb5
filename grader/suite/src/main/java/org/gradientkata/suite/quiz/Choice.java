package org.gradientkata.suite.quiz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question with options, which are counted from 1.
 *
 * @param several whether any number of them may be right, or exactly one
 * @param options the options
 */
public record Choice(boolean several, List<Option> options) implements Form {

  /**
   * An option.
   *
   * @param text what it says
   * @param right whether it belongs to the right answer
   * @param why why it is right or wrong
   */
  public record Option(Bilingual text, boolean right, Bilingual why) {}

  /**
   * The right answer.
   *
   * @return the numbers of the options that are right
   */
  public NavigableSet<Integer> right() {
    return IntStream.rangeClosed(1, options.size())
        .filter(i -> options.get(i - 1).right())
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Judgement judge(String answer) {
    NavigableSet<Integer> chosen = numbers(answer);
    if (chosen.equals(right())) {
      return new Judgement(Judgement.Result.RIGHT, remarks(chosen));
    }
    NavigableSet<Integer> wrong = new TreeSet<>(chosen);
    wrong.removeAll(right());
    List<Judgement.Remark> remarks = new ArrayList<>(remarks(wrong));
    if (wrong.isEmpty()) {
      int missing = right().size() - chosen.size();
      remarks.add(new Judgement.Remark("", Bilingual.of("answer.more", missing)));
    }
    return new Judgement(Judgement.Result.WRONG, remarks);
  }

  /**
   * The explanations of some options.
   *
   * @param numbers of the options
   * @return a remark each
   */
  public List<Judgement.Remark> remarks(NavigableSet<Integer> numbers) {
    return numbers.stream()
        .map(i -> new Judgement.Remark(String.valueOf(i), options.get(i - 1).why()))
        .toList();
  }

  @Override
  public Bilingual howToAnswer() {
    return Bilingual.of(several ? "kind.several" : "kind.single", options.size());
  }

  /** Both 2 and (2), and full-width digits, which a Japanese keyboard types. */
  private NavigableSet<Integer> numbers(String answer) {
    String normal =
        Normalizer.normalize(answer, Normalizer.Form.NFKC).replaceAll("[()\\[\\]]", " ");
    NavigableSet<Integer> numbers = new TreeSet<>();
    for (String word : normal.strip().split("[\\s,、]+")) {
      if (!word.matches("[1-9]") || Integer.parseInt(word) > options.size()) {
        throw new UnfitAnswer(
            several ? "unfit.several" : "unfit.single", answer.strip(), options.size());
      }
      numbers.add(Integer.parseInt(word));
    }
    if (!several && numbers.size() > 1) {
      throw new UnfitAnswer("unfit.single", answer.strip(), options.size());
    }
    return numbers;
  }
}
