package org.gradientkata.kata;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Bilingual;

/**
 * A page that needs nothing else: style, program and formulas (MathML) are in it. It starts in the
 * reader's language and can be switched.
 *
 * @param name of its template
 * @param looks of its style sheets, beside the one that all pages have
 * @param program of its program
 * @param prefix of its texts among the messages
 */
record PageTemplate(String name, List<String> looks, String program, String prefix) {

  /** A page whose template, style sheet and program have one name. */
  PageTemplate(String name, String prefix) {
    this(name, List.of(name), name, prefix);
  }

  /** The page, its gaps filled. */
  String fill(Map<String, Object> content) {
    Map<String, Object> page = new LinkedHashMap<>(content);
    page.put("language", Texts.locale().getLanguage());
    StringBuilder style = new StringBuilder(resource("page.css"));
    looks.forEach(look -> style.append(resource(look + ".css")));
    page.put("style", style.toString());
    page.put("program", resource(program + ".js"));
    for (String key : Messages.bundle(Locale.ENGLISH).keySet()) {
      if (key.startsWith(prefix)) {
        String word = key.substring(prefix.length());
        page.put("t-" + word, MarkupHtml.bilingual(words(key)));
        page.put("en-" + word, words(key).en());
        page.put("ja-" + word, words(key).ja());
      }
    }
    return Mustache.compiler()
        .withLoader(part -> new StringReader(resource(part + ".mustache")))
        .compile(resource(name + ".mustache"))
        .execute(page);
  }

  /** A message in both languages. */
  static Bilingual words(String key) {
    return new Bilingual(
        Messages.bundle(Locale.ENGLISH).getString(key),
        Messages.bundle(Locale.JAPANESE).getString(key));
  }

  private static String resource(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
