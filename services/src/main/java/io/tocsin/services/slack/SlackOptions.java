package io.tocsin.services.slack;

import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;

/** The options of Slack. */
record SlackOptions(
    String apiUrl, String token, String username, String icon, boolean disableUnfurl) {
  private static final String API = "https://slack.com/api";

  static SlackOptions read(Options options) {
    options.secret("signingSecret");
    options.strings("channels");
    return new SlackOptions(
        Urls.base(options.url("apiURL").orElse(API)),
        options.requiredSecret("token"),
        options.string("username").orElse(""),
        options.string("icon").orElse(""),
        options.flag("disableUnfurl", false));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "slack at " + Urls.host(apiUrl);
  }
}
