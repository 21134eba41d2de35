package io.tocsin.services.dingtalk;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.options.Options;
import io.tocsin.services.options.Validated;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type {@code dingtalk}. */
public final class DingTalkType implements ServiceType {
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

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public Optional<Section> section() {
    return Optional.of(new Section(KEY, FIELDS));
  }

  @Override
  public Set<Feature> features() {
    return Set.of(
        Feature.RICH,
        Feature.MENTIONS,
        Feature.SIGNING,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  public Validated<NotificationService> create(
      String name, Map<String, Object> options, ServiceContext context) {
    return Options.read(
        configurationKey(name),
        options,
        read -> {
          Optional<Robot> robot = Robot.read(read);
          Map<String, Robot> robots = new LinkedHashMap<>();
          read.namedObjects("robots")
              .forEach(
                  (recipient, inner) ->
                      Robot.read(inner)
                          .ifPresentOrElse(
                              found -> robots.put(recipient, found),
                              () -> inner.error("url", "is missing")));
          if (robot.isEmpty() && robots.isEmpty()) {
            read.error("url", "is missing");
          }
          TransportOptions transport = TransportOptions.read(read);
          return () ->
              new DingTalkService(
                  robot, robots, context.exchange(name, transport), context.clock());
        });
  }
}
