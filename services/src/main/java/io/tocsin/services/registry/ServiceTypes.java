package io.tocsin.services.registry;

import io.tocsin.services.alertmanager.AlertmanagerType;
import io.tocsin.services.awssqs.AwsSqsType;
import io.tocsin.services.cloudevents.CloudEventsType;
import io.tocsin.services.console.ConsoleType;
import io.tocsin.services.dingtalk.DingTalkType;
import io.tocsin.services.discord.DiscordType;
import io.tocsin.services.email.EmailType;
import io.tocsin.services.feishu.FeishuType;
import io.tocsin.services.gcppubsub.PubSubType;
import io.tocsin.services.github.GitHubType;
import io.tocsin.services.googlechat.GoogleChatType;
import io.tocsin.services.grafana.GrafanaType;
import io.tocsin.services.mattermost.MattermostType;
import io.tocsin.services.nats.NatsType;
import io.tocsin.services.newrelic.NewRelicType;
import io.tocsin.services.ntfy.NtfyType;
import io.tocsin.services.opsgenie.OpsgenieType;
import io.tocsin.services.pagerduty.PagerDutyType;
import io.tocsin.services.pagerduty.PagerDutyV2Type;
import io.tocsin.services.pushover.PushoverType;
import io.tocsin.services.rocketchat.RocketChatType;
import io.tocsin.services.slack.SlackType;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.services.teams.TeamsType;
import io.tocsin.services.teams.TeamsWorkflowsType;
import io.tocsin.services.telegram.TelegramType;
import io.tocsin.services.webex.WebexType;
import io.tocsin.services.webhook.WebhookType;
import io.tocsin.services.wecom.WeComType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The types of services by name. Immutable. */
public final class ServiceTypes {
  private static final Map<String, ServiceType> ALL =
      index(
          List.of(
              new AlertmanagerType(),
              new CloudEventsType(),
              new ConsoleType(),
              new DingTalkType(),
              new DiscordType(),
              new GoogleChatType(),
              new GrafanaType(),
              new MattermostType(),
              new NewRelicType(),
              new NtfyType(),
              new OpsgenieType(),
              new PagerDutyType(),
              new PagerDutyV2Type(),
              new PushoverType(),
              new RocketChatType(),
              new SlackType(),
              new TeamsType(),
              new TeamsWorkflowsType(),
              new TelegramType(),
              new WebexType(),
              new WebhookType(),
              new WeComType(),
              new AwsSqsType(),
              new EmailType(),
              new PubSubType(),
              new GitHubType(),
              new NatsType(),
              FeishuType.feishu(),
              FeishuType.lark()));

  private ServiceTypes() {}

  /** In the order of their names; immutable. */
  public static Map<String, ServiceType> all() {
    return ALL;
  }

  public static Optional<ServiceType> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, ServiceType> index(List<ServiceType> types) {
    Map<String, ServiceType> byName = new TreeMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    return Collections.unmodifiableMap(byName);
  }
}
