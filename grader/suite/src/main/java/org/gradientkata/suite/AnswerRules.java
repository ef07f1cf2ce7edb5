package org.gradientkata.suite;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer's bytecode must not contain, judged before anything of it is run: a class that
 * would end the JVM must not get the chance.
 */
final class AnswerRules {
  private static final int MOST_LINES = 5;

  private AnswerRules() {}

  /**
   * Judges an exercise and what it builds on.
   *
   * @param exercise the annotation of the test class
   * @param loader where the answers come from
   * @return the verdict for all of its tests; empty if no rule is broken
   */
  static Optional<Verdict> verdict(Exercise exercise, ClassLoader loader) {
    AnswerClasses classes = AnswerClasses.of(exercise, loader);
    List<String> broken = broken(classes.own());
    if (!broken.isEmpty()) {
      String text = String.join("\n", broken) + "\n" + Texts.kit().get("rule.not-run");
      return Optional.of(Verdict.of(State.WRONG, text));
    }
    for (String other : classes.others()) {
      if (Results.current().breaksRules(other, () -> !broken(classes.of(other)).isEmpty())) {
        return Optional.of(Verdict.of(State.WAITING, Texts.kit().get("waiting.wrong", other)));
      }
    }
    return Optional.empty();
  }

  private static List<String> broken(List<JavaClasses> classes) {
    List<String> texts = new ArrayList<>();
    for (ArchRule rule : rules()) {
      List<String> lines = new ArrayList<>();
      for (JavaClasses each : classes) {
        lines.addAll(rule.evaluate(each).getFailureReport().getDetails());
      }
      if (!lines.isEmpty()) {
        lines.stream().limit(MOST_LINES).forEach(texts::add);
        texts.add(rule.getDescription());
      }
    }
    return texts;
  }

  /** One rule for each thing that is forbidden, so that each teaches its own reason. */
  private static List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    Map<String, Optional<Forbidden>> known = new HashMap<>();
    for (Forbidden forbidden : Forbidden.values()) {
      rules.add(rule(forbidden.textKey(), new Uses(forbidden, known)));
    }
    rules.add(rule("rule.backward", new CallsForwardFromBackward()));
    return rules;
  }

  private static ArchRule rule(String textKey, ArchCondition<JavaClass> condition) {
    return ArchRuleDefinition.classes()
        .should(condition)
        .as(Texts.kit().get(textKey))
        .allowEmptyShould(true);
  }

  /** A class uses something forbidden: in an access, or as a type. */
  private static final class Uses extends ArchCondition<JavaClass> {
    private final Forbidden forbidden;
    private final Map<String, Optional<Forbidden>> known;

    /** All rules ask about the same uses, so they share what is known of them. */
    Uses(Forbidden forbidden, Map<String, Optional<Forbidden>> known) {
      super("not touch " + forbidden.textKey());
      this.forbidden = forbidden;
      this.known = known;
    }

    private boolean isForbidden(JavaClass used, String member) {
      return known
          .computeIfAbsent(
              used.getName() + "#" + member, key -> Forbidden.of(used.getName(), member))
          .filter(forbidden::equals)
          .isPresent();
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      Set<String> texts = new LinkedHashSet<>();
      for (JavaAccess<?> access : item.getAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner().getBaseComponentType();
        if (isForbidden(owner, access.getName())) {
          texts.add(line(item, access, owner.getSimpleName() + "." + access.getName()));
        }
      }
      for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean told = texts.stream().anyMatch(t -> t.contains(" " + target.getSimpleName() + "."));
        if (!told && isForbidden(target, "")) {
          String place = item.getSimpleName() + " " + dependency.getSourceCodeLocation();
          texts.add(Texts.kit().get("rule.uses", place, target.getName()));
        }
      }
      texts.forEach(text -> events.add(SimpleConditionEvent.violated(item, text)));
    }
  }

  private static String line(JavaClass item, JavaAccess<?> access, String target) {
    String place =
        item.getSimpleName()
            + "."
            + access.getOrigin().getName()
            + " "
            + access.getSourceCodeLocation();
    return Texts.kit().get("rule.uses", place, target.replace(".<init>", ""));
  }

  /** A backward pass, or a derivative, that runs the forward pass, itself or by a helper. */
  private static final class CallsForwardFromBackward extends ArchCondition<JavaClass> {
    private static final String NUMERICAL_GRADIENT = "org.gradientkata.calculus.NumericalGradient";

    CallsForwardFromBackward() {
      super("not call forward from backward");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      for (String method : Set.of("backward", "backwardParameters", "derivative", "dzdx")) {
        for (JavaAccess<?> access : reachable(item, method)) {
          String owner = access.getTargetOwner().getName();
          boolean forward =
              access.getName().equals("forward") && owner.startsWith("org.gradientkata.");
          if (forward || owner.equals(NUMERICAL_GRADIENT)) {
            String target = access.getTargetOwner().getSimpleName() + "." + access.getName();
            events.add(SimpleConditionEvent.violated(item, line(item, access, target)));
          }
        }
      }
    }

    /** What a method and the methods of its own class that it calls access. */
    private static List<JavaAccess<?>> reachable(JavaClass item, String prefix) {
      List<JavaAccess<?>> all = new ArrayList<>();
      Set<String> names = new LinkedHashSet<>();
      for (JavaAccess<?> access : item.getAccessesFromSelf()) {
        if (access.getOrigin().getName().startsWith(prefix)) {
          names.add(access.getOrigin().getName());
        }
      }
      List<String> open = new ArrayList<>(names);
      while (!open.isEmpty()) {
        String name = open.remove(0);
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
          if (!access.getOrigin().getName().equals(name)) {
            continue;
          }
          all.add(access);
          boolean helper =
              access.getTargetOwner().equals(item)
                  && !access.getName().equals("forward")
                  && !access.getName().equals("<init>");
          if (helper && names.add(access.getName())) {
            open.add(access.getName());
          }
        }
      }
      return all;
    }
  }
}
