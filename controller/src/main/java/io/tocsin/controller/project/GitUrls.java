package io.tocsin.controller.project;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of repositories in one form, so that they compare. */
public final class GitUrls {
  private static final Pattern SSH = Pattern.compile("(ssh://)?[^/:]*?@[^@]+");

  private GitUrls() {}

  /** Lower case, without {@code ssh://} and {@code .git}, {@code git@host:path} with a slash. */
  public static String normalized(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT);
    if (SSH.matcher(text).matches() && !text.startsWith("ssh://")) {
      text = text.replaceFirst(":", "/");
    }
    if (text.endsWith(".git")) {
      text = text.substring(0, text.length() - ".git".length());
    }
    return text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
  }
}
