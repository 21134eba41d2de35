package io.tocsin.notifier.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of an answer of {@code /metrics}, each with all labels that its series have. */
record Scrape(Map<String, Set<String>> labels) {
  private static final Pattern SERIES =
      Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  static Scrape of(String text) {
    Map<String, Set<String>> labels = new HashMap<>();
    Matcher series = SERIES.matcher(text);
    while (series.find()) {
      Set<String> known = labels.computeIfAbsent(series.group(1), name -> new TreeSet<>());
      if (series.group(2) != null) {
        LABEL.matcher(series.group(2)).results().forEach(label -> known.add(label.group(1)));
      }
    }
    return new Scrape(labels);
  }
}
