package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditorTest {

  @Test
  @DisplayName("the environment's editor is taken, with its options; VISUAL before EDITOR")
  void shouldObeyEnvironment() {
    assertThat(Editor.command(Map.of("EDITOR", "vi", "VISUAL", "code -r"), "Linux"))
        .containsExactly("code", "-r");
    assertThat(Editor.command(Map.of("EDITOR", " vi ", "VISUAL", ""), "Linux"))
        .containsExactly("vi");
    assertThat(Editor.command(Map.of("EDITOR", "\"C:\\Program Files\\edit.exe\" -w"), "Windows"))
        .containsExactly("C:\\Program Files\\edit.exe", "-w");
  }

  @Test
  @DisplayName("otherwise the system opens the file")
  void shouldAskSystem() {
    assertThat(Editor.command(Map.of("DISPLAY", ":0"), "Linux")).containsExactly("xdg-open");
    assertThat(Editor.command(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"))
        .containsExactly("xdg-open");
    assertThat(Editor.command(Map.of(), "Linux")).as("without a display").isEmpty();
    assertThat(Editor.command(Map.of(), "Mac OS X")).containsExactly("open");
    assertThat(Editor.command(Map.of(), "Windows 11")).startsWith("cmd", "/c", "start");
  }
}
