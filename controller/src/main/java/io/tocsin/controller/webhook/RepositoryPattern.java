package io.tocsin.controller.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URLs by which one repository may be known to an Application, made of the one that a sender
 * has for it: with any of HTTP, SSH and {@code git@host:path}, a user, a port, {@code .git}, and
 * the hosts {@code ssh.} and {@code altssh.} of Azure DevOps and Bitbucket (Argo CD's
 * util/webhook/webhook.go).
 */
record RepositoryPattern(Pattern pattern) {
  private static final String SCHEME = "(?:(?:https?|ssh)://)?";
  private static final String USER = "(?:[\\w.][\\w.-]{0,30}[\\w.$-]?@)?";
  private static final String SSH_HOST = "(?:(?:alt)?ssh\\.)?";

  /** Empty for what is no URL with a host and a path. */
  static Optional<RepositoryPattern> of(String url) {
    try {
      URI uri = new URI(url.strip());
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
      if (uri.getHost() == null || path.isEmpty()) {
        return Optional.empty();
      }
      String text =
          SCHEME
              + USER
              + SSH_HOST
              + Pattern.quote(uri.getHost())
              + "(?::\\d+)?[:/]"
              + Pattern.quote(path.replaceFirst("(?:\\.git|/)$", ""))
              + "(?:\\.git)?";
      return Optional.of(new RepositoryPattern(Pattern.compile(text, Pattern.CASE_INSENSITIVE)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  boolean matches(String url) {
    return pattern.matcher(url.strip()).matches();
  }
}
