package io.tocsin.templates.golang.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the time zone database abbreviates zones to, such as {@code CEST}. Java has the rules of the
 * zones but not these.
 */
final class Abbreviations {
  private static final Map<String, Map<Integer, String>> BY_ZONE = read();

  private Abbreviations() {}

  /** The abbreviations of a zone by offset in seconds; without those that are only numbers. */
  static Map<Integer, String> of(String zone) {
    return BY_ZONE.getOrDefault(zone, Map.of());
  }

  /**
   * The abbreviation at an offset for which the zone has no letters, such as {@code -03} or {@code
   * +0545}. An offset of odd seconds is local mean time, from before there were zones.
   */
  static String numeric(int offset) {
    if (offset % 60 != 0) {
      return "LMT";
    }
    int minutes = Math.abs(offset) / 60;
    String hours = "%s%02d".formatted(offset < 0 ? "-" : "+", minutes / 60);
    return minutes % 60 == 0 ? hours : "%s%02d".formatted(hours, minutes % 60);
  }

  private static Map<String, Map<Integer, String>> read() {
    Map<String, Map<Integer, String>> zones = new HashMap<>();
    try (InputStream file = Abbreviations.class.getResourceAsStream("zone-abbreviations.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(
              parts -> {
                Map<Integer, String> abbreviations = abbreviations(parts[0]);
                for (String zone : parts[1].split(" ")) {
                  zones.put(zone, abbreviations);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(zones);
  }

  private static Map<Integer, String> abbreviations(String text) {
    Map<Integer, String> result = new HashMap<>();
    for (String pair : text.split(" ")) {
      String[] parts = pair.split("=", 2);
      result.put(Integer.valueOf(parts[0]), parts[1]);
    }
    return Map.copyOf(result);
  }
}
