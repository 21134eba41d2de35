package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.net.Inet6Address;
import java.util.Locale;

/** Reads URLs as Go's net/url does, with its leniencies. */
final class UrlParser {
  private String scheme = "";
  private String opaque = "";
  private String user;
  private String host = "";
  private String query = "";
  private boolean emptyQuery;
  private boolean noAuthority;

  private UrlParser() {}

  /**
   * @throws GoException as Go words its errors
   */
  static GoUrl parse(String url) {
    int hash = url.indexOf('#');
    String main = hash < 0 ? url : url.substring(0, hash);
    String rawFragment = hash < 0 ? "" : url.substring(hash + 1);
    UrlParser parser = new UrlParser();
    String rawPath;
    try {
      rawPath = parser.beforePath(main);
      String path = UrlEscape.PATH.unescape(rawPath);
      String fragment = UrlEscape.FRAGMENT.unescape(rawFragment);
      return parser.url(path, rawPath, fragment, rawFragment);
    } catch (GoException e) {
      throw new GoException(GoFormat.printf("parse %q: %s", main, e.getMessage()));
    }
  }

  private GoUrl url(String path, String rawPath, String fragment, String rawFragment) {
    return new GoUrl(
        scheme,
        opaque,
        user,
        host,
        path,
        UrlEscape.PATH.escape(path).equals(rawPath) ? "" : rawPath,
        query,
        emptyQuery,
        fragment,
        UrlEscape.FRAGMENT.escape(fragment).equals(rawFragment) ? "" : rawFragment,
        noAuthority);
  }

  /** Reads all but the path, and returns that. */
  private String beforePath(String url) {
    if (url.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new GoException("net/url: invalid control character in URL");
    }
    if (url.equals("*")) {
      return url;
    }
    String rest = withoutQuery(withoutScheme(url));
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        opaque = rest;
        return "";
      }
      if (rest.split("/", 2)[0].contains(":")) {
        throw new GoException("first path segment in URL cannot contain colon");
      }
    }
    boolean authority = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
    if (!authority) {
      noAuthority = !scheme.isEmpty() && rest.startsWith("/");
      return rest;
    }
    int slash = rest.indexOf('/', 2);
    authority(slash < 0 ? rest.substring(2) : rest.substring(2, slash));
    return slash < 0 ? "" : rest.substring(slash);
  }

  private String withoutScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':' && i > 0) {
        scheme = url.substring(0, i).toLowerCase(Locale.ROOT);
        return url.substring(i + 1);
      }
      if (c == ':') {
        throw new GoException("missing protocol scheme");
      }
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return url;
      }
    }
    return url;
  }

  private String withoutQuery(String rest) {
    int mark = rest.indexOf('?');
    if (mark < 0) {
      return rest;
    }
    query = rest.substring(mark + 1);
    emptyQuery = query.isEmpty();
    return rest.substring(0, mark);
  }

  private void authority(String authority) {
    int at = authority.lastIndexOf('@');
    host = host(authority.substring(at + 1));
    if (at < 0) {
      return;
    }
    String info = authority.substring(0, at);
    if (!info.chars().allMatch(UrlParser::isUserCharacter)) {
      throw new GoException("net/url: invalid userinfo");
    }
    int colon = info.indexOf(':');
    user =
        colon < 0
            ? user(info)
            : user(info.substring(0, colon)) + ":" + user(info.substring(colon + 1));
  }

  /** As it prints, which need not be as it was written. */
  private static String user(String encoded) {
    return UrlEscape.USER.escape(UrlEscape.USER.unescape(encoded));
  }

  private static boolean isUserCharacter(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0;
  }

  private String host(String text) {
    int bracket = text.lastIndexOf('[');
    if (bracket > 0) {
      throw new GoException("invalid IP-literal");
    }
    if (bracket == 0) {
      return address(text);
    }
    int colon = text.indexOf(':');
    boolean web = scheme.equals("http") || scheme.equals("https");
    String port = colon < 0 ? "" : text.substring(web ? colon : text.lastIndexOf(':'));
    checkPort(port);
    return UrlEscape.HOST.unescape(text);
  }

  private static String address(String text) {
    int end = text.lastIndexOf(']');
    if (end < 0) {
      throw new GoException("missing ']' in host");
    }
    String port = text.substring(end + 1);
    checkPort(port);
    String encoded = text.substring(1, end);
    int zone = encoded.indexOf("%25");
    String address =
        zone < 0
            ? UrlEscape.HOST.unescape(encoded)
            : UrlEscape.HOST.unescape(encoded.substring(0, zone))
                + UrlEscape.ZONE.unescape(encoded.substring(zone));
    try {
      String bare = address.split("%", 2)[0];
      if (!bare.contains(":") || Inet6Address.ofLiteral(bare) == null) {
        throw new GoException("invalid IP-literal");
      }
    } catch (IllegalArgumentException e) {
      throw new GoException(
          GoFormat.printf("invalid host: ParseAddr(%q): unable to parse IP", address));
    }
    return "[" + address + "]" + port;
  }

  private static void checkPort(String port) {
    if (!port.isEmpty() && !isPort(port)) {
      throw new GoException(GoFormat.printf("invalid port %q after host", port));
    }
  }

  /** A colon and digits, or a colon alone. */
  static boolean isPort(String text) {
    return text.startsWith(":") && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }
}
