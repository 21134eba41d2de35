package io.tocsin.notifier.translate.kubenotifier;

import java.util.Arrays;
import java.util.Optional;

/** How bad an event is, and the colour that Slack shows then. */
enum Level {
  INFO("info", "good"),
  WARNING("warning", "warning"),
  CRITICAL("critical", "danger");

  private final String word;
  private final String color;

  Level(String word, String color) {
    this.word = word;
    this.color = color;
  }

  String color() {
    return color;
  }

  static Optional<Level> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
  }
}
