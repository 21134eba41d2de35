package io.tocsin.services.wecom;

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

/** Speaks to one robot, or to several that recipients name. */
final class WeComService extends HttpService {
  /** What WeCom states for a group robot. */
  private static final Rate RATE = Rate.perMinute(20);

  private final Robots<String> robots;

  WeComService(Robots<String> robots, Exchange exchange) {
    super(exchange);
    this.robots = robots;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, WeComType.KEY);
    var message = new WeComMessage(notification.message(), fields);
    HttpAnswer answer = http().send(HttpRequest.json(robots.of(destination), message.json()));
    return RobotCodes.answered(answer);
  }

  @Override
  public Limits limits(Destination destination) {
    return robots
        .find(destination)
        .map(url -> Limits.robot(Buckets.of("robot", url), RATE))
        .orElseGet(() -> Limits.none(WeComType.KEY));
  }
}
