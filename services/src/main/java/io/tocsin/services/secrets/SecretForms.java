package io.tocsin.services.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

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
    forms.add(json(value).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
    forms.add(html(value).replace("'", "&#39;").replace("\"", "&#34;"));
    forms.add(html(value).replace("'", "&#x27;").replace("\"", "&quot;"));
    addAsInUrls(value, forms);
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** URLs that people write themselves have only those characters escaped that must be. */
  private static void addAsInUrls(String value, Set<String> forms) {
    HttpUrl.Builder url = new HttpUrl.Builder().scheme("http").host("x");
    forms.add(url.query(value).build().encodedQuery());
    forms.add(url.encodedQuery(value).build().encodedQuery());
    forms.add(url.addPathSegment(value).build().encodedPath().substring(1));
  }

  private static String html(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
