package io.tocsin.notifier.migrate;

import io.tocsin.templates.functions.Sprig;
import java.util.regex.Pattern;

/** Differences in what templates' texts do, whichever field they stand in. */
record TemplateChecks() implements Check {
  private static final Pattern CHANGES =
      Pattern.compile("\\b(%s)\\s+[$]?[.]\\w".formatted(String.join("|", Sprig.CHANGING)));
  private static final Pattern ORDERED = Pattern.compile("[{(|]-?\\s*(keys|values)\\s");
  private static final Pattern NOW = Pattern.compile("[{][{]-?\\s*now\\s*-?[}][}]");

  @Override
  public void look(Settings settings, Live live, Found found) {
    settings.mappings(
        "template.",
        (key, template) ->
            settings.texts(template).values().forEach(text -> text(key, text, found)));
  }

  private static void text(String key, String text, Found found) {
    if (CHANGES.matcher(text).find()) {
      found.warning(
          key,
          "set, unset and merge changed the application for all later templates; here a copy, for"
              + " this message alone",
          "look whether another template counts on the change");
    }
    if (ORDERED.matcher(text).find()) {
      found.note(
          key,
          "keys and values of a map came in an order by chance; here in that of the keys",
          "nothing");
    }
    if (NOW.matcher(text).find()) {
      found.note(
          key,
          "now was printed with a reading of Go's monotonic clock (m=+…); here without",
          "nothing");
    }
  }
}
