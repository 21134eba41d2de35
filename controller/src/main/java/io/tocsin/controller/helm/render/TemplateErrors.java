package io.tocsin.controller.helm.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the errors of templates in one sentence that begins with the chart and the file. */
final class TemplateErrors {
  private static final int LONGEST = 2_000;
  private static final Pattern OWN_WORDS =
      Pattern.compile("(?s)executing .*error calling (?:fail|required): (.*)");
  private static final Pattern PLACE = Pattern.compile("(?s)([^ ]+?):(\\d+(?::\\d+)?): (.*)");

  private TemplateErrors() {}

  /**
   * @param file the template that was rendered; empty when they were parsed
   * @param message of the engine
   */
  static String sentence(String chart, String file, String message) {
    String plain = message.replaceFirst("^template: ", "").replaceAll("\\s*\\n\\s*", " ").strip();
    Matcher place = PLACE.matcher(plain);
    if (!place.matches()) {
      return shortened("chart " + chart + ", " + within(chart, plain));
    }
    String where = within(chart, place.group(1));
    Matcher own = OWN_WORDS.matcher(place.group(3));
    String what = own.matches() ? own.group(1) : place.group(3);
    String origin =
        file.isEmpty() || file.equals(place.group(1)) ? "" : " (in " + within(chart, file) + ")";
    return shortened("chart %s, %s:%s%s: %s".formatted(chart, where, place.group(2), origin, what));
  }

  static String within(String chart, String name) {
    return name.startsWith(chart + "/") ? name.substring(chart.length() + 1) : name;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
