package io.tocsin.services.feishu;

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

/** The types {@code feishu} and {@code lark}: the same robots on two hosts. */
public final class FeishuType extends AbstractServiceType {
  private final String api;

  private FeishuType(String name, String host) {
    super(
        name,
        Section.of(
            name,
            Field.group(
                "msgType", Field.text(),
                "title", Field.text(),
                "text", Field.text(),
                "post", Field.text(),
                "card", Field.text(),
                "at", Field.texts())),
        Feature.RICH,
        Feature.MENTIONS,
        Feature.SIGNING,
        Feature.SEVERAL,
        Feature.RATE,
        Feature.SUCCESS);
    this.api = "https://" + host + "/open-apis/bot/v2/hook/";
  }

  public static FeishuType feishu() {
    return new FeishuType("feishu", "open.feishu.cn");
  }

  public static FeishuType lark() {
    return new FeishuType("lark", "open.larksuite.com");
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    Robots<FeishuRobot> robots = Robots.read(options, robot -> FeishuRobot.read(robot, api));
    TransportOptions transport = TransportOptions.read(options);
    return context ->
        new FeishuService(name(), robots, context.exchange(service, transport), context.clock());
  }
}
