package org.gradientkata.labs;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A font that has the letters of a text, as far as this machine has one. */
final class PlotFonts {
  /** Common fonts with Japanese letters: asking for them by name is faster than trying all. */
  private static final List<String> USUAL =
      List.of(
          Font.SANS_SERIF,
          "Noto Sans CJK JP",
          "Noto Sans JP",
          "Hiragino Sans",
          "Yu Gothic UI",
          "Meiryo",
          "IPAexGothic",
          "IPAGothic",
          "TakaoGothic",
          "VL Gothic");

  private final Font font;

  private PlotFonts(Font font) {
    this.font = font;
  }

  /** The first font that has all letters of a text, or the standard one if none has. */
  static PlotFonts forText(String text) {
    Stream<Font> usual = USUAL.stream().map(name -> new Font(name, Font.PLAIN, 12));
    Stream<Font> all =
        Stream.of(0)
            .flatMap(
                later ->
                    Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
    return Stream.concat(usual, all)
        .filter(f -> f.canDisplayUpTo(text) < 0)
        .findFirst()
        .map(PlotFonts::new)
        .orElseGet(() -> new PlotFonts(new Font(Font.SANS_SERIF, Font.PLAIN, 12)));
  }

  boolean canShow(String text) {
    return font.canDisplayUpTo(text) < 0;
  }

  Font get(int style, float size) {
    return font.deriveFont(style, size);
  }
}
