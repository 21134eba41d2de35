package io.tocsin.services.robots;

import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.Buckets;
import java.util.Map;
import java.util.Optional;

/** The limits that vendors state for their robots, by the host of the robot's URL. */
public final class KnownRobots {
  private static final Map<String, Rate> RATES =
      Map.of(
          "oapi.dingtalk.com", Rate.perMinute(20),
          "qyapi.weixin.qq.com", Rate.perMinute(20),
          "open.feishu.cn", Rate.perMinute(100),
          "open.larksuite.com", Rate.perMinute(100));

  private KnownRobots() {}

  /** The limits of the robot behind a URL; absent when it is no known robot. */
  public static Optional<Limits> limits(String url) {
    return Optional.ofNullable(RATES.get(Urls.host(url)))
        .map(rate -> Limits.robot(Buckets.of("robot", url), rate));
  }
}
