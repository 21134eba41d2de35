package io.tocsin.services.rocketchat;

import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;

/** The options of Rocket.Chat. */
record RocketChatOptions(
    String url, String user, String password, String alias, String emoji, String avatar) {
  static RocketChatOptions read(Options options) {
    String icon = options.string("icon").orElse("");
    if (!icon.isEmpty() && !icon.matches(":.+:")) {
      options.warn("icon", "is no emoji such as :rocket: and is left out");
      icon = "";
    }
    return new RocketChatOptions(
        Urls.base(options.requiredUrl("serverUrl")),
        options.required("email"),
        options.requiredSecret("password"),
        options.string("alias").orElse(""),
        icon,
        avatar(options));
  }

  /** Keeps the password out of logs. */
  private static String avatar(Options options) {
    String avatar = options.string("avatar").orElse("");
    if (!avatar.isEmpty() && Urls.problem(avatar).isPresent()) {
      options.warn("avatar", "is no URL and is left out");
      return "";
    }
    return avatar;
  }

  @Override
  public String toString() {
    return "rocketchat at " + Urls.host(url);
  }
}
