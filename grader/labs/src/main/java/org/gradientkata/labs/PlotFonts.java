package org.gradientkata.labs;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A font that has the letters of a text: the kit's own, or else one of this machine. */
final class PlotFonts {
  private static final String OWN = "fonts/NotoSansKata-Regular.otf";

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
    Stream<Font> own = Holder.OWN_FONT.stream();
    Stream<Font> usual = USUAL.stream().map(name -> new Font(name, Font.PLAIN, 12));
    Stream<Font> all =
        Stream.of(0)
            .flatMap(
                later ->
                    Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
    return Stream.of(own, usual, all)
        .flatMap(fonts -> fonts)
        .filter(f -> f.canDisplayUpTo(text) < 0)
        .findFirst()
        .map(PlotFonts::new)
        .orElseGet(PlotFonts::standard);
  }

  /** The kit's own font, in which all of its plots look alike on every machine. */
  static PlotFonts own() {
    return Holder.OWN_FONT.map(PlotFonts::new).orElseGet(PlotFonts::standard);
  }

  boolean canShow(String text) {
    return font.canDisplayUpTo(text) < 0;
  }

  Font get(int style, float size) {
    return font.deriveFont(style, size);
  }

  private static PlotFonts standard() {
    return new PlotFonts(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }

  /** Read when it is first needed, as a run without a plot needs none. */
  private static final class Holder {
    private static final Optional<Font> OWN_FONT = read();

    private static Optional<Font> read() {
      try (InputStream file = PlotFonts.class.getResourceAsStream(OWN)) {
        return Optional.of(Font.createFont(Font.TRUETYPE_FONT, file));
      } catch (FontFormatException | IOException e) {
        // A JDK that can't read it may still have fonts of its own.
        return Optional.empty();
      }
    }
  }
}
