package io.tocsin.services.ntfy;

import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;

/**
 * The options of ntfy.
 *
 * @param topic where a destination names none
 */
record NtfyOptions(String url, String topic, String token, String username, String password) {
  private static final String API = "https://ntfy.sh";

  static NtfyOptions read(Options options) {
    return new NtfyOptions(
        Urls.base(options.url("url").orElse(API)) + "/",
        options.string("topic").orElse(""),
        options.secret("token").orElse(""),
        options.string("username").orElse(""),
        options.secret("password").orElse(""));
  }

  HttpRequest sign(HttpRequest request) {
    if (!token.isEmpty()) {
      return request.bearer(token);
    }
    return username.isEmpty() ? request : request.basic(username, password);
  }

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "ntfy at " + Urls.host(url);
  }
}
