package io.tocsin.services.github;

import io.tocsin.services.http.Urls;
import io.tocsin.services.keys.PrivateKeys;
import io.tocsin.services.options.Options;
import java.security.PrivateKey;

/** The options of GitHub. */
record GitHubOptions(String url, String appId, String installationId, PrivateKey key) {
  private static final String API = "https://api.github.com";

  static GitHubOptions read(Options options) {
    String appId = number(options, "appID");
    String installationId = number(options, "installationID");
    return new GitHubOptions(url(options), appId, installationId, key(options));
  }

  private static String number(Options options, String key) {
    String text = options.required(key);
    if (!text.isEmpty() && !text.matches("\\d+")) {
      options.error(key, "must be a whole number");
    }
    return text;
  }

  /** An enterprise server's API is below {@code /api/v3}, which people may leave out. */
  private static String url(Options options) {
    return options
        .url("enterpriseBaseURL")
        .map(Urls::base)
        .map(url -> url.endsWith("/api/v3") || url.contains("://api.") ? url : url + "/api/v3")
        .orElse(API);
  }

  private static PrivateKey key(Options options) {
    String pem = options.requiredSecret("privateKey");
    try {
      return pem.isEmpty() ? null : PrivateKeys.rsa(pem);
    } catch (IllegalArgumentException wrong) {
      options.error("privateKey", wrong.getMessage());
      return null;
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "app " + appId + " at " + Urls.host(url);
  }
}
