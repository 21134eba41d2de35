package io.tocsin.triggers.builtin;

import static io.tocsin.triggers.run.Values.text;

import io.tocsin.templates.golang.GoStrings;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Run;
import io.tocsin.triggers.run.Site;
import java.util.Base64;
import java.util.Map;

/** JSON and base64. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("toJSON", (run, arguments) -> JsonWriter.indented(arguments[0]));
    all.put("fromJSON", (run, arguments) -> fromJson(run, text(arguments[0])));
    all.put("toBase64", (run, arguments) -> encode(text(arguments[0])));
    all.put("fromBase64", (run, arguments) -> decode(text(arguments[0])));
  }

  /** What is read takes about as much room as the text. */
  private static Object fromJson(Run run, String text) {
    run.budget().grow(text.length() / 8);
    return JsonReader.read(text);
  }

  private static Object encode(String text) {
    return Base64.getEncoder().encodeToString(GoStrings.bytes(text));
  }

  private static Object decode(String text) {
    String joined = text.replace("\r", "").replace("\n", "");
    try {
      if (joined.length() % 4 == 0) {
        return GoStrings.of(Base64.getDecoder().decode(joined));
      }
    } catch (IllegalArgumentException e) {
      throw new Failure("illegal base64 data: " + e.getMessage());
    }
    throw new Failure("illegal base64 data: the length is no multiple of 4");
  }
}
