package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.MAP;
import static io.tocsin.templates.golang.GoType.STRING;

import io.tocsin.templates.golang.GoException;
import java.util.Map;

/** Sprig's chapter "URL Functions". */
final class Urls {
  private Urls() {}

  static Chapter chapter() {
    return new Chapter("URLs")
        .add("urlParse", MAP, a -> parsed(Args.text(a, 0)), STRING)
        .add("urlJoin", STRING, a -> joined(Args.map(a, 0)), MAP);
  }

  private static Dict parsed(String text) {
    GoUrl url;
    try {
      url = UrlParser.parse(text);
    } catch (GoException e) {
      throw new GoException("unable to parse url: " + e.getMessage());
    }
    Dict parts = new Dict();
    parts.put("scheme", url.scheme());
    parts.put("host", url.host());
    parts.put("hostname", url.hostname());
    parts.put("path", url.path());
    parts.put("query", url.query());
    parts.put("opaque", url.opaque());
    parts.put("fragment", url.fragment());
    parts.put("userinfo", url.user() == null ? "" : url.user());
    return parts;
  }

  private static String joined(Map<String, Object> parts) {
    return new GoUrl(
            part(parts, "scheme"),
            part(parts, "opaque"),
            user(part(parts, "userinfo")),
            part(parts, "host"),
            part(parts, "path"),
            "",
            part(parts, "query"),
            false,
            part(parts, "fragment"),
            "",
            false)
        .toString();
  }

  private static String user(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return UrlParser.parse("proto://" + text + "@host").user();
    } catch (GoException e) {
      throw new GoException("unable to parse userinfo in dict: " + e.getMessage());
    }
  }

  private static String part(Map<String, Object> parts, String key) {
    Object value = parts.getOrDefault(key, "");
    if (value instanceof String text) {
      return text;
    }
    throw value == null
        ? Lists.noList("", null)
        : new GoException(
            "unable to parse %s key, must be of type string, but %s found"
                .formatted(key, Reflection.kind(value)));
  }
}
