package org.gradientkata.classroom.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.suite.Catalogue;

/**
 * A submission as Jenkins, GitLab and others read JUnit's reports: a suite for each exercise. The
 * outcomes that no test tells of, such as a forbidden call, are errors of their exercise.
 */
final class JunitXml {
  private static final Set<String> FAILURES = Set.of("wrong", "does_not_compile", "timed_out");
  private static final String SOLVED = "solved";

  private JunitXml() {}

  /** A test case; its kind is the name of its element, empty for a test that passed. */
  private record Case(String name, String kind, String type, String message) {}

  /** A suite and its points. */
  private record Suite(String name, String testClass, Map<String, String> facts, List<Case> cases) {
    long count(String kind) {
      return cases.stream().filter(c -> c.kind().equals(kind)).count();
    }
  }

  static String of(SubmissionResult result) {
    List<Suite> suites =
        result.exercises().stream().map(JunitXml::suite).collect(Collectors.toList());
    if (suites.isEmpty()) {
      String type = result.status().name().toLowerCase(java.util.Locale.ROOT);
      Case error = new Case(type, "error", type, String.join("\n", result.remarks()));
      suites.add(new Suite(result.submission(), "", Map.of(), List.of(error)));
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, 0, "testsuites");
      attribute(xml, "name", result.submission());
      attribute(xml, "tests", suites.stream().mapToLong(s -> s.cases().size()).sum());
      attribute(xml, "failures", suites.stream().mapToLong(s -> s.count("failure")).sum());
      attribute(xml, "errors", suites.stream().mapToLong(s -> s.count("error")).sum());
      for (Suite suite : suites) {
        write(xml, suite);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Suite suite(ExerciseResult exercise) {
    List<Case> cases = new ArrayList<>();
    for (ExerciseResult.TestResult test : exercise.tests()) {
      String kind =
          test.state().equals(SOLVED)
              ? ""
              : FAILURES.contains(test.state()) ? "failure" : "skipped";
      cases.add(new Case(name(test), kind, test.state(), test.message()));
    }
    if (!exercise.outcome().equals(SOLVED) && cases.stream().allMatch(c -> c.kind().isEmpty())) {
      cases.add(new Case(exercise.exercise(), "error", exercise.outcome(), exercise.detail()));
    }
    String testClass =
        Catalogue.exercises().contains(exercise.exercise())
            ? Catalogue.testClass(exercise.exercise())
            : "";
    return new Suite(
        exercise.exercise(),
        testClass,
        Map.of(
            "outcome", exercise.outcome(), "points", exercise.points() + "/" + exercise.maximum()),
        cases);
  }

  /** Runs of one test need names of their own, or readers take them for one. */
  private static String name(ExerciseResult.TestResult test) {
    int run = test.test().indexOf('#');
    return run < 0 ? test.title() : test.title() + " [" + test.test().substring(run + 1) + "]";
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    start(xml, 1, "testsuite");
    attribute(xml, "name", suite.name());
    attribute(xml, "tests", suite.cases().size());
    attribute(xml, "failures", suite.count("failure"));
    attribute(xml, "errors", suite.count("error"));
    attribute(xml, "skipped", suite.count("skipped"));
    if (!suite.facts().isEmpty()) {
      start(xml, 2, "properties");
      for (Map.Entry<String, String> fact : new java.util.TreeMap<>(suite.facts()).entrySet()) {
        start(xml, 3, "property");
        attribute(xml, "name", fact.getKey());
        attribute(xml, "value", fact.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    for (Case each : suite.cases()) {
      start(xml, 2, "testcase");
      attribute(xml, "name", each.name());
      if (!suite.testClass().isEmpty()) {
        attribute(xml, "classname", suite.testClass());
      }
      if (!each.kind().isEmpty()) {
        start(xml, 3, each.kind());
        attribute(xml, "type", each.type());
        attribute(xml, "message", each.message().lines().findFirst().orElse(""));
        xml.writeCharacters(legal(each.message()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(name);
  }

  private static void attribute(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeAttribute(name, legal(value.toString()));
  }

  /**
   * XML has no way to write a few characters, and whatever a learner's code throws may hold them.
   */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
