package io.tocsin.services.dingtalk;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.robots.RobotCodes;
import io.tocsin.services.robots.Robots;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.time.Clock;

/** Speaks to one robot, or to several that recipients name. */
final class DingTalkService extends HttpService {
  /** What DingTalk states for a custom robot. */
  private static final Rate RATE = Rate.perMinute(20);

  private final Robots<Robot> robots;
  private final Clock clock;

  DingTalkService(Robots<Robot> robots, Exchange exchange, Clock clock) {
    super(exchange);
    this.robots = robots;
    this.clock = clock;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Robot robot = robots.of(destination);
    Fields fields = Fields.orNone(notification, DingTalkType.KEY);
    var message = new DingTalkMessage(notification.message(), fields, at(fields));
    String url = robot.urlAt(clock.instant());
    HttpAnswer answer =
        http().send(HttpRequest.json(url, message.json(robot.keyword().orElse(""))));
    return RobotCodes.answered(answer);
  }

  @Override
  public Limits limits(Destination destination) {
    return robots
        .find(destination)
        .map(robot -> Limits.robot(Buckets.of("robot", robot.url()), RATE))
        .orElseGet(() -> Limits.none(DingTalkType.KEY));
  }

  private static At at(Fields fields) {
    Fields at = fields.group("at").orElse(fields);
    return new At(at.texts("mobiles"), at.texts("userIds"), at.flag("all"));
  }
}
