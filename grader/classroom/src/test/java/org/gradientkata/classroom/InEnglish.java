package org.gradientkata.classroom;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** For tests of messages: English first, whatever the machine speaks. A test may change over. */
public final class InEnglish implements BeforeEachCallback, AfterEachCallback {
  private static final String LANGUAGE = "kata.lang";
  private static final Namespace OWN = Namespace.create(InEnglish.class);

  /** For the tests. */
  public InEnglish() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(OWN).put(LANGUAGE, System.getProperty(LANGUAGE, ""));
    System.setProperty(LANGUAGE, "en");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setProperty(LANGUAGE, context.getStore(OWN).get(LANGUAGE, String.class));
  }

  /** From now on messages are Japanese. */
  public static void changeToJapanese() {
    System.setProperty(LANGUAGE, "ja");
  }
}
