package org.gradientkata.classroom.policy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.CourseYaml;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.YamlEntry;

/**
 * A policy as it stands in its file. Whatever is wrong with it is said with its line, and nothing
 * of it counts.
 */
public final class PolicyFile {
  private static final Set<String> KEYS =
      Set.of("zone", "deadline", "submitted", "late", "extensions", "weights", "best", "missing");
  private static final Set<String> LATE =
      Set.of("grace-minutes", "free-days", "percent-per-day", "last-day");
  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_DAYS = 366;
  private static final int MOST_PERCENT = 100;
  private static final int HIGHEST = 1_000_000;

  private final CourseYaml yaml;
  private final YamlEntry root;
  private final Optional<ZoneId> zone;

  private PolicyFile(CourseYaml yaml) {
    this.yaml = yaml;
    this.root = yaml.root();
    root.allow(KEYS);
    this.zone = root.optional("zone").map(this::zone);
  }

  /**
   * Reads a policy and the times of the submissions that it names.
   *
   * @param file YAML
   * @param ids those of everybody in the gradebook: nobody else can have more time
   * @return what makes grades of points
   * @throws ClassroomMistake if something in it is wrong
   * @throws IOException if it can't be read
   */
  public static Grading read(Path file, Set<String> ids) throws IOException {
    return CourseYaml.read(
        file,
        "policy",
        yaml -> {
          PolicyFile read = new PolicyFile(yaml);
          return new Grading(read.policy(ids), read.times());
        });
  }

  private Policy policy(Set<String> ids) {
    Optional<Instant> deadline = time(root, "deadline");
    if (deadline.isEmpty()) {
      for (String key : List.of("late", "submitted", "extensions")) {
        if (root.keys().contains(key)) {
          throw yaml.wrong(root, key, "no-deadline", key);
        }
      }
    }
    return new Policy(
        deadline,
        root.entry("late").map(this::late).orElse(Policy.NONE.late()),
        extensions(deadline, ids),
        weights(),
        root.optional("best").map(this::best),
        missingIsZero());
  }

  private Policy.Late late(YamlEntry late) {
    late.allow(LATE);
    return new Policy.Late(
        Duration.ofMinutes(whole(late, "grace-minutes", MOST_MINUTES).orElse(0)),
        whole(late, "free-days", MOST_DAYS).orElse(0),
        late.optional("percent-per-day")
            .map(p -> number(late, "percent-per-day", p, MOST_PERCENT))
            .orElse(BigDecimal.ZERO),
        whole(late, "last-day", MOST_DAYS).orElse(Integer.MAX_VALUE));
  }

  private Map<String, Policy.Extension> extensions(Optional<Instant> deadline, Set<String> ids) {
    Map<String, Policy.Extension> extensions = new HashMap<>();
    if (!root.keys().contains("extensions")) {
      return extensions;
    }
    for (YamlEntry entry : root.entries("extensions")) {
      entry.allow(Set.of("id", "deadline", "days", "reason"));
      String id = entry.text("id");
      if (!ids.contains(id)) {
        throw yaml.wrong(entry, "id", "nobody", id);
      }
      if (entry.keys().contains("deadline") == entry.keys().contains("days")) {
        throw yaml.wrong(entry, "id", "deadline-or-days", id);
      }
      Instant due =
          time(entry, "deadline")
              .orElseGet(
                  () ->
                      deadline
                          .get()
                          .plus(Duration.ofDays(whole(entry, "days", MOST_DAYS).orElse(0))));
      if (extensions.put(id, new Policy.Extension(due, entry.optional("reason").orElse("")))
          != null) {
        throw yaml.wrong(entry, "id", "twice", id);
      }
    }
    return extensions;
  }

  private Map<String, BigDecimal> weights() {
    Map<String, BigDecimal> weights = new HashMap<>();
    YamlEntry entry = root.entry("weights").orElse(null);
    if (entry == null) {
      return weights;
    }
    for (String exercise : entry.keys()) {
      if (!Catalogue.exercises().contains(exercise)) {
        throw yaml.wrong(
            entry, exercise, "no-exercise", exercise, String.join(", ", Catalogue.exercises()));
      }
      weights.put(exercise, number(entry, exercise, entry.text(exercise), HIGHEST));
    }
    boolean nothing =
        Catalogue.exercises().stream()
            .allMatch(e -> weights.getOrDefault(e, BigDecimal.ONE).signum() == 0);
    if (nothing) {
      throw yaml.wrong(root, "weights", "no-weight");
    }
    return weights;
  }

  private BigDecimal best(String text) {
    BigDecimal best = number(root, "best", text, HIGHEST);
    if (best.signum() == 0) {
      throw yaml.wrong(root, "best", "best", text);
    }
    return best;
  }

  private boolean missingIsZero() {
    String missing = root.optional("missing").orElse("none");
    if (!Set.of("none", "zero").contains(missing)) {
      throw yaml.wrong(root, "missing", "missing", missing);
    }
    return missing.equals("zero");
  }

  private Map<String, Instant> times() throws IOException {
    Optional<String> named = root.optional("submitted");
    if (named.isEmpty()) {
      return Map.of();
    }
    Path table = yaml.file().toAbsolutePath().resolveSibling(named.get());
    if (!Files.isRegularFile(table)) {
      throw yaml.wrong(root, "submitted", "no-times", table);
    }
    return SubmissionTimes.read(table, zone);
  }

  private Optional<Instant> time(YamlEntry entry, String key) {
    return entry
        .optional(key)
        .map(
            text ->
                SubmissionTimes.instant(text, zone)
                    .orElseThrow(() -> yaml.wrong(entry, key, "time", text)));
  }

  private ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (java.time.DateTimeException e) {
      throw yaml.wrong(root, "zone", "zone", name);
    }
  }

  private Optional<Integer> whole(YamlEntry entry, String key, int most) {
    return entry
        .optional(key)
        .map(
            text -> {
              BigDecimal number = number(entry, key, text, most);
              if (number.stripTrailingZeros().scale() > 0) {
                throw yaml.wrong(entry, key, "whole", key, text);
              }
              return number.intValueExact();
            });
  }

  private BigDecimal number(YamlEntry entry, String key, String text, int most) {
    if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")
        || new BigDecimal(text).compareTo(BigDecimal.valueOf(most)) > 0) {
      throw yaml.wrong(entry, key, "number", key, text, most);
    }
    return new BigDecimal(text);
  }
}
