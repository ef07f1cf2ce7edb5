package org.gradientkata.classroom.gradebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A {@code TEST-*.xml} of Surefire.
 *
 * @param file where it lies
 * @param written when it was last written
 * @param digest equal for equal files
 * @param testClass the class whose tests it tells of
 * @param cases its test cases, in their order
 */
record SurefireReport(
    Path file, Instant written, String digest, String testClass, List<Case> cases) {
  private static final long LARGEST = 16L << 20;
  private static final int LONGEST_MESSAGE = 4_000;

  /** What came of a test case. */
  enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * A test case.
   *
   * @param name its title, perhaps with the run's own part
   * @param result what came of it
   * @param message why it didn't pass
   */
  record Case(String name, Result result, String message) {}

  /** A file that is no such report. The message says why. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /**
   * Reads a report. What it says may be anybody's invention, so it has no power over the reader.
   */
  static SurefireReport read(Path file) throws IOException, Broken {
    if (Files.size(file) > LARGEST) {
      throw new Broken("> " + (LARGEST >> 20) + " MB");
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    byte[] bytes = Files.readAllBytes(file);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      return read(file, digest(bytes), xml);
    } catch (XMLStreamException e) {
      throw new Broken(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static SurefireReport read(Path file, String digest, XMLStreamReader xml)
      throws IOException, XMLStreamException, Broken {
    String testClass = "";
    List<Case> cases = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new Broken("DOCTYPE");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("testsuite")) {
          testClass = attribute(xml, "name");
        } else if (xml.getLocalName().equals("testcase")) {
          cases.add(testCase(xml));
        }
      }
    }
    if (testClass.isEmpty()) {
      throw new Broken("<testsuite name>?");
    }
    return new SurefireReport(
        file, Files.getLastModifiedTime(file).toInstant(), digest, testClass, List.copyOf(cases));
  }

  private static Case testCase(XMLStreamReader xml) throws XMLStreamException {
    String name = attribute(xml, "name");
    Result result = Result.PASSED;
    StringBuilder message = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        switch (xml.getLocalName()) {
          case "failure", "error" -> result = Result.FAILED;
          case "skipped" -> result = result == Result.FAILED ? result : Result.SKIPPED;
          default -> {
            continue;
          }
        }
        message.append(attribute(xml, "message")).append('\n');
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    String text = message.toString().strip();
    return new Case(name, result, text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
