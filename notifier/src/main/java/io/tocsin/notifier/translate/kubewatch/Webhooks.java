package io.tocsin.notifier.translate.kubewatch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Handlers of programs and of Microsoft Teams, which take JSON of kubewatch's own. */
final class Webhooks {
  /** What kubewatch puts in the place of a value of a Secret. */
  private static final String MASK =
      Base64.getEncoder()
          .encodeToString("[redacted by kubewatch]".getBytes(StandardCharsets.UTF_8));

  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final String NOW = "(now | date \"2006-01-02T15:04:05.999999999Z07:00\")";

  private Webhooks() {}

  static Delivery webhook(Setup setup) {
    Map<String, Object> options = Chats.posting(setup.address("url", "KW_WEBHOOK_URL"));
    if (setup.fields().flag("tlsskip", false)) {
      options.put("insecureSkipVerify", true);
    } else if (!setup.text("cert").isEmpty()) {
      setup.note(
          "cert",
          "is a file of kubewatch's; put what it holds into the ConfigMap argocd-tls-certs-cm,"
              + " below the name of the webhook's host");
    }
    return Delivery.webhook(
        setup,
        options,
        "",
        """
        {{dict
          "eventmeta" (dict "kind" $kind "name" $name "namespace" $namespace "reason" $reason)
          "text" $text
          "time" %s | toJson}}
        """
            .formatted(NOW));
  }

  static Delivery cloudEvent(Setup setup) {
    setup.note(
        "url",
        "is sent whole objects, as by kubewatch; the values of Secrets are masked, those of"
            + " ConfigMaps are not");
    return Delivery.webhook(
        setup,
        Chats.posting(setup.address("url", "KW_CLOUDEVENT_URL")),
        "",
        masked("obj")
            + masked("old")
            + """
            {{dict
              "specversion" "1.0"
              "type" "KUBERNETES_TOPOLOGY_CHANGE"
              "source" "https://github.com/aantn/kubewatch"
              "subject" ""
              "id" (printf "%%s-%%s-%%s" .obj.metadata.uid .obj.metadata.resourceVersion .event)
              "time" %s
              "datacontenttype" "application/json"
              "data" (dict
                "operation" (get (dict "created" "create" "updated" "update" "deleted" "delete") .event)
                "kind" $kind
                "clusterUid" ""
                "description" $text
                "apiVersion" .obj.apiVersion
                "obj" $obj
                "oldObj" (ternary $old nil (eq .event "updated"))) | toJson}}
            """
                .formatted(NOW));
  }

  /** Sets the variable to the object, without what is secret where it is a Secret. */
  private static String masked(String name) {
    return """
        {{- $%1$s := .%1$s -}}
        {{- if and .%1$s (eq .obj.kind "Secret") -}}
        {{- $data := dict -}}
        {{- range $key, $_ := .%1$s.data }}{{ $_ := set $data $key "%2$s" }}{{ end -}}
        {{- $metadata := omit .%1$s.metadata "annotations" "managedFields" -}}
        {{- with .%1$s.metadata.annotations -}}
        {{- $_ := set $metadata "annotations" (omit . "%3$s") -}}
        {{- end -}}
        {{- $%1$s = merge (dict "data" $data "metadata" $metadata) (omit .%1$s "data" "stringData" "metadata") -}}
        {{- end -}}
        """
        .formatted(name, MASK, APPLIED);
  }

  static Delivery teams(Setup setup) {
    setup.note("webhookurl", "is a connector, which Microsoft retires; teams-workflows follows it");
    return Delivery.of(
        setup,
        "teams",
        Map.of(
            "recipientUrls",
            Map.of("channel", setup.address("webhookurl", "KW_MSTEAMS_WEBHOOKURL"))),
        "channel",
        wording ->
            Map.of(
                "template",
                wording.prelude()
                    + """
                    {{- $color := get (dict "Normal" "2DC72D" "Warning" "DEFF22" "Danger" "8C1A1A") $status -}}
                    {{dict
                      "@type" "MessageCard"
                      "@context" "http://schema.org/extensions"
                      "themeColor" $color
                      "summary" "kubewatch notification received"
                      "title" "kubewatch"
                      "sections" (list (dict "activityTitle" $text "facts" nil "markdown" true)) | toJson}}\
                    """));
  }
}
