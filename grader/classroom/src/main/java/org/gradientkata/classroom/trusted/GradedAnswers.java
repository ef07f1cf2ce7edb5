package org.gradientkata.classroom.trusted;

import java.util.List;
import java.util.Map;
import org.gradientkata.suite.Standing;

/**
 * The verdicts.
 *
 * @param standings where each exercise stands, in order
 * @param outcomes for each exercise how it ended, in the words of {@code docs/grade.schema.json}
 * @param differences for exercises whose tests all pass, though for inputs that no test has they
 *     compute something else than a right answer: the methods
 */
public record GradedAnswers(
    List<Standing> standings,
    Map<String, String> outcomes,
    Map<String, List<String>> differences) {}
