package io.tocsin.services.feishu;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.robots.Robots;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Speaks to one robot, or to several that recipients name. */
final class FeishuService extends HttpService {
  /** What Feishu states for a custom bot. */
  private static final Rate RATE = Rate.perMinute(100);

  private static final Set<Long> THROTTLES = Set.of(9499L, 11232L, 99991400L);
  private static final Map<Long, String> HINTS =
      Map.of(
          19001L, "there is no robot with that token",
          19021L, "the signature is wrong, or the clock differs by more than an hour",
          19022L, "this IP address is not allowed",
          19024L, "the robot's keyword is not in the message",
          9499L, "too many messages, or the body is not what the robot expects",
          11232L, "too many messages");

  private final String key;
  private final Robots<FeishuRobot> robots;
  private final Clock clock;

  FeishuService(String key, Robots<FeishuRobot> robots, Exchange exchange, Clock clock) {
    super(exchange);
    this.key = key;
    this.robots = robots;
    this.clock = clock;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    FeishuRobot robot = robots.of(destination);
    Fields fields = Fields.orNone(notification, key);
    var message = new FeishuMessage(notification.message(), fields, robot.keyword().orElse(""));
    Map<String, Object> body = robot.signature(clock.instant());
    body.putAll(message.json());
    return judge(http().send(HttpRequest.json(robot.url(), body)));
  }

  @Override
  public Limits limits(Destination destination) {
    return robots
        .find(destination)
        .map(robot -> Limits.robot(Buckets.of("robot", robot.url()), RATE))
        .orElseGet(() -> Limits.none(key));
  }

  private static Outcome judge(HttpAnswer answer) {
    if (answer.object().isEmpty()) {
      return new Outcome.Rejected("the robot answered no JSON" + Failures.excerpt(answer));
    }
    Map<String, Object> body = answer.object().get();
    Object code = body.getOrDefault("code", body.getOrDefault("StatusCode", 0L));
    if (String.valueOf(code).matches("0|null")) {
      return new Outcome.Delivered();
    }
    String hint = HINTS.containsKey(code) ? " (" + HINTS.get(code) + ")" : "";
    String reason =
        "the robot answered code "
            + code
            + hint
            + ": "
            + body.getOrDefault("msg", body.getOrDefault("StatusMessage", ""));
    boolean throttled =
        THROTTLES.contains(code) && (!code.equals(9499L) || reason.contains("frequen"));
    return throttled
        ? new Outcome.Retryable(reason, Optional.of(Duration.ofMinutes(1)))
        : new Outcome.Rejected(reason);
  }
}
