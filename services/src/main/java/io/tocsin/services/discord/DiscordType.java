package io.tocsin.services.discord;

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

/** The type {@code discord}. */
public final class DiscordType extends AbstractServiceType {
  static final String KEY = "discord";

  private static final Field.Group FIELDS =
      Field.group(
          "text", Field.text(),
          "username", Field.text(),
          "avatarUrl", Field.text(),
          "embeds", Field.text(),
          "threadId", Field.text(),
          "mentions", Field.flag());

  public DiscordType() {
    super(
        KEY,
        Section.of(KEY, FIELDS),
        Feature.RICH,
        Feature.MENTIONS,
        Feature.THREADS,
        Feature.SEVERAL,
        Feature.RATE);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Robots<String> robots = Robots.read(options, robot -> robot.url("url"));
    String username = options.string("username").orElse("");
    String avatar = options.url("avatarUrl").orElse("");
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new DiscordService(robots, username, avatar, context.exchange(service, transport));
  }
}
