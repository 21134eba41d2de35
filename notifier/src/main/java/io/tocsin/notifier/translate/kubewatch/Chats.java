package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.Yaml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Handlers of chats. */
final class Chats {
  private static final String COLOURS =
      "{{- $color := get (dict \"Normal\" \"%s\" \"Warning\" \"%s\" \"Danger\" \"%s\") $status -}}\n";
  private static final String RGB = COLOURS.formatted("#00FF00", "#FFFF00", "#FF0000");
  private static final String LOGO =
      "https://raw.githubusercontent.com/kubernetes/kubernetes/master/logo/logo_with_border.png";

  private Chats() {}

  static Delivery slack(Setup setup) {
    Map<String, Object> options = Map.of("token", setup.secret("token", "KW_SLACK_TOKEN"));
    String channel =
        setup.required(
            "channel",
            "is not there, unless the variable KW_SLACK_CHANNEL has it; say it in"
                + " subscriptions after "
                + setup.service()
                + ":");
    String title =
        List.of(setup.text("title"), setup.title(), "kubewatch").stream()
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow();
    String attachments =
        COLOURS.formatted("good", "warning", "danger")
            + """
            [{{dict "color" $color "mrkdwn_in" (list "fields") "fields" (list
              (dict "title" %s "value" $text "short" false)) | toJson}}]\
            """
                .formatted(Yaml.compact(title));
    return Delivery.of(
        setup,
        "slack",
        options,
        channel,
        wording -> Map.of("attachments", wording.prelude() + attachments));
  }

  static Delivery slackWebhook(Setup setup) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("channel", setup.text("channel"));
    said.put("username", setup.text("username"));
    said.put("icon_emoji", setup.text("emoji"));
    return Delivery.webhook(
        setup,
        posting(setup.address("slackwebhookurl", "KW_SLACK_WEBHOOK_URL")),
        "",
        "{{dict%s \"text\" $text | toJson}}".formatted(pairs(said)));
  }

  static Delivery hipchat(Setup setup) {
    String ended = "; HipChat ended in 2019";
    if (setup.text("url").isEmpty()) {
      setup.fields().notes().wrong(setup.fields().path("url"), "names no server" + ended);
    } else {
      setup.note("url", "works only while that server does" + ended);
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("url", setup.address("url", "KW_HIPCHAT_URL"));
    String bearer = "Bearer " + setup.secret("token", "KW_HIPCHAT_TOKEN");
    options.put(
        "headers",
        List.of(header("Content-Type", "application/json"), header("Authorization", bearer)));
    String room =
        setup.required("room", "is not there, unless the variable KW_HIPCHAT_ROOM has it");
    return Delivery.webhook(
        setup,
        options,
        "/room/%s/notification"
            .formatted(URLEncoder.encode(room, StandardCharsets.UTF_8).replace("+", "%20")),
        COLOURS.formatted("green", "yellow", "red")
            + """
            {{dict "color" $color "from" "kubewatch" "message" $text "notify" true | toJson}}
            """);
  }

  static Delivery mattermost(Setup setup) {
    String channel = setup.text("channel");
    if (channel.isEmpty() && !setup.text("room").isEmpty()) {
      channel = setup.text("room");
      setup.note("room", "was ignored by kubewatch, which reads channel; it is taken as meant");
    }
    Map<String, String> said = new LinkedHashMap<>();
    said.put("channel", channel);
    said.put("username", setup.text("username"));
    return Delivery.webhook(
        setup,
        posting(setup.address("url", "KW_MATTERMOST_URL")),
        "",
        RGB
            + """
            {{dict%s "icon_url" "%s" "text" ""
              "attachments" (list (dict "title" $text "color" $color)) | toJson}}
            """
                .formatted(pairs(said), LOGO));
  }

  static Delivery flock(Setup setup) {
    return Delivery.webhook(
        setup,
        posting(setup.address("url", "KW_FLOCK_URL")),
        "",
        RGB
            + """
            {{dict "notification" "Kubewatch Alert" "text" "Kubewatch Alert"
              "attachments" (list (dict "title" $text "color" $color "views" (dict "flockml" ""))) | toJson}}
            """);
  }

  static Delivery lark(Setup setup) {
    String type = setup.text("webhookurl").contains(".larksuite.com") ? "lark" : "feishu";
    return Delivery.of(
        setup,
        type,
        Map.of("url", setup.address("webhookurl", "KW_LARK_WEBHOOK_URL")),
        "",
        wording -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("msgType", "text");
          fields.put("text", wording.plain());
          return fields;
        });
  }

  /** The options of a webhook that takes JSON. */
  static Map<String, Object> posting(String address) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("url", address);
    options.put("headers", List.of(header("Content-Type", "application/json")));
    return options;
  }

  private static SortedMap<String, Object> header(String name, String value) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("name", name, "value", value)));
  }

  /** Arguments of {@code dict}: what is not empty. */
  private static String pairs(Map<String, String> values) {
    List<String> pairs = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            pairs.add(" %s %s".formatted(Yaml.compact(name), Yaml.compact(value)));
          }
        });
    return String.join("", pairs);
  }
}
