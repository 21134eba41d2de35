package io.tocsin.services.dingtalk;

import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.robots.RobotSignature;
import java.time.Instant;
import java.util.Optional;

/**
 * A robot of one group.
 *
 * @param url with its access_token
 * @param secret for signing, where the robot's security settings ask for it
 * @param keyword that every message must hold, where they ask for one
 */
record Robot(String url, Optional<String> secret, Optional<String> keyword) {
  private static final String API = "https://oapi.dingtalk.com/robot/send";

  /**
   * Reads {@code url}, or {@code token} for DingTalk's own address; absent when neither is there.
   */
  static Optional<Robot> read(Options options) {
    Optional<String> url = options.url("url");
    Optional<String> token = options.secret("token");
    Optional<String> secret = options.secret("secret");
    Optional<String> keyword = options.string("keyword").filter(text -> !text.isEmpty());
    return token
        .map(value -> Urls.append(url.orElse(API), "?access_token=" + Urls.encode(value)))
        .or(() -> url)
        .map(address -> new Robot(address, secret, keyword));
  }

  /** The URL for one request: signed where there is a secret. */
  String urlAt(Instant now) {
    return secret
        .map(
            key -> {
              long millis = now.toEpochMilli();
              String sign = Urls.encode(RobotSignature.ofDingTalk(key, millis));
              return Urls.append(url, "?timestamp=" + millis + "&sign=" + sign);
            })
        .orElse(url);
  }

  /** Keeps token and secret out of logs. */
  @Override
  public String toString() {
    return "robot at " + Urls.host(url);
  }
}
