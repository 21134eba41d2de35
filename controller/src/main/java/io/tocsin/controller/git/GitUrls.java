package io.tocsin.controller.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** URLs of repositories, compared as Argo CD compares them (util/git/git.go). */
public final class GitUrls {
  private static final Pattern SSH = Pattern.compile("(ssh://)?([^/:]*?)@[^@]+");
  private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/@]*@");

  private GitUrls() {}

  /**
   * The form in which two URLs of one repository are equal: in lower case, without {@code .git} and
   * {@code ssh://}, the colon of {@code git@host:path} a slash. What is no URL stays as it is.
   */
  public static String normalize(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT);
    if (isSsh(text) && !text.startsWith("ssh://")) {
      text = "ssh://" + text.replaceFirst(":", "/");
    }
    text = withoutEnding(text);
    return text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
  }

  static String withoutEnding(String url) {
    return url.endsWith(".git") ? url.substring(0, url.length() - ".git".length()) : url;
  }

  /** Whether both are URLs of one repository. */
  public static boolean same(String left, String right) {
    return normalize(left).equals(normalize(right));
  }

  /** Whether SSH leads there: {@code ssh://…} with a user, or {@code user@host:path}. */
  public static boolean isSsh(String url) {
    return SSH.matcher(url).matches();
  }

  /** The URL as it may be shown: without password, and without a user over HTTP. */
  public static String show(String url) {
    return isSsh(url) && !url.startsWith("ssh://") ? url : USER.matcher(url).replaceFirst("$1");
  }

  /** In lower case; empty where the URL names none. */
  static String host(String url) {
    if (isSsh(url) && !url.startsWith("ssh://")) {
      String rest = url.substring(url.indexOf('@') + 1);
      int end = rest.indexOf(':');
      return (end < 0 ? rest : rest.substring(0, end)).toLowerCase(Locale.ROOT);
    }
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
