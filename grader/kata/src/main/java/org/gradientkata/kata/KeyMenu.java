package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradientkata.suite.quiz.Wrapped;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Options at a terminal; arrow keys move, the space bar marks, Enter takes. */
final class KeyMenu {
  private static final String POINTER = "❯ ";
  private static final String INDENT = "      ";
  private static final int OTHER_LINES = 3;

  private final Terminal terminal;
  private final boolean color;
  private final int columns;
  private final List<String> options;
  private final boolean several;
  private final NavigableSet<Integer> marked = new TreeSet<>();
  private int current;
  private int drawn;

  KeyMenu(Terminal terminal, boolean color, int columns, List<String> options, boolean several) {
    this.terminal = terminal;
    this.color = color;
    this.columns = columns;
    this.options = options;
    this.several = several;
  }

  /** Whether the whole menu can be seen, as only what is seen can be drawn anew. */
  boolean fits() {
    int height = terminal.getRows();
    return height <= 0 || lines().size() + OTHER_LINES <= height;
  }

  /**
   * Lets a person choose.
   *
   * @return the numbers chosen as one types them; empty if the question is skipped
   */
  Optional<String> choose() {
    Attributes before = terminal.enterRawMode();
    try {
      BindingReader keys = new BindingReader(terminal.reader());
      KeyMap<String> map = keyMap();
      while (true) {
        draw();
        String key = keys.readBinding(map);
        if (key == null || key.equals("stop")) {
          throw new QuizScreen.Stopped();
        }
        if (key.equals("skip")) {
          return Optional.empty();
        }
        if (key.equals("take") && !(several && marked.isEmpty())) {
          return Optional.of(taken());
        }
        act(key);
      }
    } finally {
      terminal.setAttributes(before);
      terminal.flush();
    }
  }

  private void act(String key) {
    switch (key) {
      case "up" -> current = (current + options.size() - 1) % options.size();
      case "down" -> current = (current + 1) % options.size();
      case "mark" -> mark();
      case "take" -> mark();
      default -> {
        int number = Integer.parseInt(key);
        if (number <= options.size()) {
          current = number - 1;
          mark();
        }
      }
    }
  }

  private void mark() {
    if (several && !marked.remove(current + 1)) {
      marked.add(current + 1);
    }
  }

  private String taken() {
    return several
        ? marked.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(current + 1);
  }

  private void draw() {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append("A");
    }
    List<String> lines = lines();
    for (String line : lines) {
      text.append("\r\u001b[K").append(line).append("\r\n");
    }
    drawn = lines.size();
    terminal.writer().print(text);
    terminal.flush();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String box = several ? (marked.contains(i + 1) ? "◼ " : "◻ ") : "";
      List<String> wrapped = Wrapped.lines(box + options.get(i), columns - INDENT.length());
      for (int j = 0; j < wrapped.size(); j++) {
        String start = j > 0 ? INDENT : (i == current ? POINTER : "  ") + "(" + (i + 1) + ") ";
        lines.add(i == current ? emphasized(start + wrapped.get(j)) : start + wrapped.get(j));
      }
    }
    lines.addAll(Wrapped.lines(Messages.get(several ? "quiz.keys.several" : "quiz.keys"), columns));
    return lines;
  }

  private String emphasized(String line) {
    return color ? "\u001b[1;36m" + line + "\u001b[0m" : line;
  }

  private KeyMap<String> keyMap() {
    KeyMap<String> map = new KeyMap<>();
    bind(map, "up", "k", "\u001b[A", "\u001bOA", KeyMap.key(terminal, Capability.key_up));
    bind(map, "down", "j", "\u001b[B", "\u001bOB", KeyMap.key(terminal, Capability.key_down));
    bind(map, "mark", " ", "　");
    bind(map, "take", "\r", "\n");
    bind(map, "skip", "s", "\t");
    bind(map, "stop", "q", "\u0003", "\u0004");
    for (int digit = 1; digit <= 9; digit++) {
      bind(map, String.valueOf(digit), String.valueOf(digit), String.valueOf((char) ('0' + digit)));
    }
    return map;
  }

  private static void bind(KeyMap<String> map, String action, String... keys) {
    for (String key : keys) {
      if (key != null) {
        map.bind(action, key);
      }
    }
  }
}
