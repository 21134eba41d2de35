package io.tocsin.templates.functions;

/**
 * A URL as Go's net/url keeps it: the parts decoded, and what they were encoded as where that is
 * not the usual way.
 *
 * @param user the user and password, encoded; null when there is none
 * @param rawPath the path as it was encoded; empty when that is the usual way
 * @param rawFragment as {@code rawPath}, of the fragment
 * @param emptyQuery whether there is a question mark with nothing behind
 * @param noAuthority whether a path follows the scheme without slashes for a host
 */
record GoUrl(
    String scheme,
    String opaque,
    String user,
    String host,
    String path,
    String rawPath,
    String query,
    boolean emptyQuery,
    String fragment,
    String rawFragment,
    boolean noAuthority) {

  /** A URL of parts that were not parsed. */
  static GoUrl of(String scheme, String user, String host, String path, String query) {
    return new GoUrl(scheme, "", user, host, path, "", query, false, "", "", false);
  }

  GoUrl with(String newScheme, String newUser) {
    return new GoUrl(
        newScheme,
        opaque,
        newUser,
        host,
        path,
        rawPath,
        query,
        emptyQuery,
        fragment,
        rawFragment,
        noAuthority);
  }

  /** The host without its port, and without the brackets of an IPv6 address. */
  String hostname() {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && UrlParser.isPort(host.substring(colon));
    String name = hasPort ? host.substring(0, colon) : host;
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return bracketed ? name.substring(1, name.length() - 1) : name;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (opaque.isEmpty()) {
      authority(out);
      path(out);
    } else {
      out.append(opaque);
    }
    if (emptyQuery || !query.isEmpty()) {
      out.append('?').append(query);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(encoded(UrlEscape.FRAGMENT, fragment, rawFragment));
    }
    return out.toString();
  }

  private void authority(StringBuilder out) {
    boolean none = host.isEmpty() && user == null;
    if ((scheme.isEmpty() && none) || (noAuthority && none)) {
      return;
    }
    if (!none || !path.isEmpty()) {
      out.append("//");
    }
    if (user != null) {
      out.append(user).append('@');
    }
    out.append(UrlEscape.HOST.escape(host));
  }

  private void path(StringBuilder out) {
    String encoded = path.equals("*") ? path : encoded(UrlEscape.PATH, path, rawPath);
    if (!encoded.isEmpty() && !encoded.startsWith("/") && !host.isEmpty()) {
      out.append('/');
    }
    if (out.isEmpty() && encoded.split("/", 2)[0].contains(":")) {
      // Or its first segment would be taken for a scheme.
      out.append("./");
    }
    out.append(encoded);
  }

  private static String encoded(UrlEscape part, String decoded, String raw) {
    boolean rawFits = !raw.isEmpty() && part.isEncoded(raw) && part.unescape(raw).equals(decoded);
    return rawFits ? raw : part.escape(decoded);
  }
}
