package io.tocsin.bench.load.process;

import java.util.List;
import java.util.Map;

/** A command with placeholders such as {@code {namespace}}. */
public record CommandLine(List<String> words, String readyUrl) {
  public CommandLine {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("The command of the controller is empty.");
    }
  }

  /** With values in the place of the placeholders. */
  CommandLine with(Map<String, String> values) {
    return new CommandLine(
        words.stream().map(word -> replace(word, values)).toList(), replace(readyUrl, values));
  }

  private static String replace(String word, Map<String, String> values) {
    String replaced = word;
    for (Map.Entry<String, String> value : values.entrySet()) {
      replaced = replaced.replace("{" + value.getKey() + "}", value.getValue());
    }
    return replaced;
  }
}
