package io.tocsin.services.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms that a secret takes in what is sent. */
final class SecretForms {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private SecretForms() {}

  static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    Stream.of(secret, secret.strip()).forEach(value -> add(value, forms));
    secret
        .lines()
        .map(String::strip)
        .filter(line -> line.length() >= 16 && !line.startsWith("-----"))
        .forEach(line -> add(line, forms));
    return forms;
  }

  private static void add(String value, Set<String> forms) {
    String form = URLEncoder.encode(value, UTF_8);
    String path = form.replace("+", "%20");
    byte[] bytes = value.getBytes(UTF_8);
    forms.add(value);
    for (String encoded : new String[] {form, path, path.replace("%7E", "~")}) {
      forms.add(encoded);
      forms.add(lowerEscapes(encoded));
    }
    forms.add(json(value));
    forms.add(json(value).replace("/", "\\/"));
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static String lowerEscapes(String encoded) {
    return ESCAPE.matcher(encoded).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
  }

  private static String json(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
