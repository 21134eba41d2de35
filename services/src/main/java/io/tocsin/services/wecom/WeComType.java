package io.tocsin.services.wecom;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.robots.Robots;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The type {@code wecom}. */
public final class WeComType extends AbstractServiceType {
  static final String KEY = "wecom";

  private static final String API = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
  private static final Field.Group ARTICLE =
      Field.texts(List.of("title", "description", "url", "picurl"));
  private static final Field.Group FIELDS =
      Field.group(
          "msgtype", Field.text(),
          "text", Field.text(),
          "markdown", Field.text(),
          "mentioned", Field.texts(),
          "mentionedMobiles", Field.texts(),
          "articles", new Field.Groups(ARTICLE),
          "templateCard", Field.text());

  public WeComType() {
    super(
        KEY,
        Section.of(KEY, FIELDS),
        Feature.RICH,
        Feature.MENTIONS,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Robots<String> robots = Robots.read(options, WeComType::url);
    TransportOptions transport = TransportOptions.read(options);
    return context -> new WeComService(robots, context.exchange(service, transport));
  }

  /** Reads {@code url}, or {@code key} for WeCom's own address. */
  private static Optional<String> url(Options options) {
    Optional<String> url = options.url("url");
    return options
        .secret("key")
        .map(key -> Urls.append(url.orElse(API), "?key=" + Urls.encode(key)))
        .or(() -> url);
  }
}
