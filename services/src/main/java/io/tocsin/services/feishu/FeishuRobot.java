package io.tocsin.services.feishu;

import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.robots.RobotSignature;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A robot of one group.
 *
 * @param url with its token
 * @param secret for signing, where the robot's security settings ask for it
 * @param keyword that every message must hold, where they ask for one
 */
record FeishuRobot(String url, Optional<String> secret, Optional<String> keyword) {
  /** Reads {@code url}, or {@code token} for the vendor's own address. */
  static Optional<FeishuRobot> read(Options options, String api) {
    Optional<String> url = options.url("url");
    Optional<String> token = options.secret("token");
    Optional<String> secret = options.secret("secret");
    Optional<String> keyword = options.string("keyword").filter(text -> !text.isEmpty());
    return token
        .map(value -> Urls.append(url.orElse(api), Urls.encode(value)))
        .or(() -> url)
        .map(address -> new FeishuRobot(address, secret, keyword));
  }

  /** What a signed request begins with; nothing where there is no secret. */
  Map<String, Object> signature(Instant now) {
    long seconds = now.getEpochSecond();
    return secret
        .map(
            key ->
                Json.fields(
                    "timestamp", String.valueOf(seconds),
                    "sign", RobotSignature.ofFeishu(key, seconds)))
        .orElseGet(Json::fields);
  }

  /** Keeps token and secret out of logs. */
  @Override
  public String toString() {
    return "robot at " + Urls.host(url);
  }
}
