package io.tocsin.services.dingtalk;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.robots.Robots;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.function.Function;

/** The type {@code dingtalk}. */
public final class DingTalkType extends AbstractServiceType {
  static final String KEY = "dingtalk";

  private static final Field.Group FIELDS =
      Field.group(
          "msgtype", Field.text(),
          "title", Field.text(),
          "text", Field.text(),
          "messageUrl", Field.text(),
          "picUrl", Field.text(),
          "singleTitle", Field.text(),
          "singleURL", Field.text(),
          "btnOrientation", Field.text(),
          "buttons",
              new Field.Groups(Field.group("title", Field.text(), "actionURL", Field.text())),
          "links",
              new Field.Groups(
                  Field.group(
                      "title", Field.text(), "messageURL", Field.text(), "picURL", Field.text())),
          "at",
              Field.group("mobiles", Field.texts(), "userIds", Field.texts(), "all", Field.flag()));

  public DingTalkType() {
    super(
        KEY,
        Section.of(KEY, FIELDS),
        Feature.RICH,
        Feature.MENTIONS,
        Feature.SIGNING,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Robots<Robot> robots = Robots.read(options, Robot::read);
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new DingTalkService(robots, context.exchange(service, transport), context.clock());
  }
}
