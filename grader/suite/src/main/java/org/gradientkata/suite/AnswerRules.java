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
import java.util.LinkedHashSet;
import java.util.List;
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
      if (Results.current().breaksRules(other, () -> isBroken(classes.of(other)))) {
        return Optional.of(Verdict.of(State.WAITING, Texts.kit().get("waiting.wrong", other)));
      }
    }
    return Optional.empty();
  }

  /** Whether no rule is broken: found in one pass, as nearly always, without a word. */
  static boolean isClean(JavaClasses classes) {
    for (JavaClass item : classes) {
      if (item.getAccessesFromSelf().stream().anyMatch(a -> Uses.reason(a).isPresent())
          || item.getDirectDependenciesFromSelf().stream().anyMatch(d -> Uses.reason(d).isPresent())
          || !CallsForwardFromBackward.forwardCalls(item).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBroken(List<AnswerClasses.Read> files) {
    return files.stream().anyMatch(file -> !file.facts().clean());
  }

  private static List<String> broken(List<AnswerClasses.Read> files) {
    List<JavaClasses> classes =
        files.stream()
            .filter(file -> !file.facts().clean())
            .map(AnswerClasses.Read::classes)
            .toList();
    if (classes.isEmpty()) {
      return List.of();
    }
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
    for (Forbidden forbidden : Forbidden.values()) {
      rules.add(rule(forbidden.textKey(), new Uses(forbidden)));
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
    /** All classes use much the same; a name and a reason take some hundred bytes. */
    private static final Recent<String, Optional<Forbidden>> KNOWN = new Recent<>(4_000);

    private final Forbidden forbidden;

    Uses(Forbidden forbidden) {
      super("not touch " + forbidden.textKey());
      this.forbidden = forbidden;
    }

    static Optional<Forbidden> reason(JavaAccess<?> access) {
      return reason(access.getTargetOwner().getBaseComponentType(), access.getName());
    }

    static Optional<Forbidden> reason(Dependency dependency) {
      return reason(dependency.getTargetClass().getBaseComponentType(), "");
    }

    private static Optional<Forbidden> reason(JavaClass used, String member) {
      String name = used.getName() + "#" + member;
      return KNOWN
          .get(name)
          .orElseGet(
              () -> {
                Optional<Forbidden> reason = Forbidden.of(used.getName(), member);
                KNOWN.put(name, reason);
                return reason;
              });
    }

    private boolean isForbidden(Optional<Forbidden> reason) {
      return reason.filter(forbidden::equals).isPresent();
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      Set<String> texts = new LinkedHashSet<>();
      for (JavaAccess<?> access : item.getAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner().getBaseComponentType();
        if (isForbidden(reason(access))) {
          texts.add(line(item, access, owner.getSimpleName() + "." + access.getName()));
        }
      }
      for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean told = texts.stream().anyMatch(t -> t.contains(" " + target.getSimpleName() + "."));
        if (!told && isForbidden(reason(dependency))) {
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
      for (JavaAccess<?> access : forwardCalls(item)) {
        String target = access.getTargetOwner().getSimpleName() + "." + access.getName();
        events.add(SimpleConditionEvent.violated(item, line(item, access, target)));
      }
    }

    static List<JavaAccess<?>> forwardCalls(JavaClass item) {
      List<JavaAccess<?>> calls = new ArrayList<>();
      for (String method : Set.of("backward", "backwardParameters", "derivative", "dzdx")) {
        for (JavaAccess<?> access : reachable(item, method)) {
          String owner = access.getTargetOwner().getName();
          boolean forward =
              access.getName().equals("forward") && owner.startsWith("org.gradientkata.");
          if (forward || owner.equals(NUMERICAL_GRADIENT)) {
            calls.add(access);
          }
        }
      }
      return calls;
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
