package io.tocsin.services.dingtalk;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.robots.RobotCodes;
import io.tocsin.services.spi.Buckets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Speaks to one robot, or to several that recipients name. */
final class DingTalkService implements NotificationService {
  /** What DingTalk states for a custom robot. */
  private static final Rate RATE = Rate.perMinute(20);

  private final Optional<Robot> robot;
  private final Map<String, Robot> robots;
  private final Exchange exchange;
  private final Clock clock;

  DingTalkService(
      Optional<Robot> robot, Map<String, Robot> robots, Exchange exchange, Clock clock) {
    this.robot = robot;
    this.robots = Map.copyOf(robots);
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public Outcome send(Notification notification, Destination destination) {
    return exchange.attempt(
        () -> {
          Robot receiver =
              robot(destination)
                  .orElseThrow(
                      () ->
                          Undelivered.rejected(
                              "dingtalk has no robot named " + destination.recipient()));
          Fields fields = Fields.orNone(notification, DingTalkType.KEY);
          var message = new DingTalkMessage(notification.message(), fields, at(fields));
          HttpAnswer answer =
              exchange.send(
                  HttpRequest.json(
                      receiver.urlAt(clock.instant()),
                      message.json(receiver.keyword().orElse(""))));
          return RobotCodes.judge(answer).orElseGet(Outcome.Delivered::new);
        });
  }

  @Override
  public Limits limits(Destination destination) {
    return robot(destination)
        .map(receiver -> Limits.robot(Buckets.of("robot", receiver.url()), RATE))
        .orElseGet(() -> Limits.none(DingTalkType.KEY));
  }

  private Optional<Robot> robot(Destination destination) {
    String name = destination.recipient();
    return name.isEmpty() ? robot : Optional.ofNullable(robots.get(name));
  }

  private static At at(Fields fields) {
    Fields at = fields.group("at").orElse(fields);
    return new At(at.texts("mobiles"), at.texts("userIds"), at.flag("all"));
  }
}
