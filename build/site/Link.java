import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A link in a page.
 *
 * @param line from 0
 * @param column where its target begins, from 0
 */
record Link(int line, int column, String target) {
  boolean external() {
    return target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
  }

  /** What is wrong with an external link; empty for nothing. */
  String fault() {
    try {
      URI uri = URI.create(target);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web) {
        return uri.getHost() == null ? "it names no host" : "";
      }
      return "mailto".equals(uri.getScheme()) ? "" : "nothing is opened by " + uri.getScheme();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  String path() {
    String path = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  String fragment() {
    String fragment = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
