package io.tocsin.notifier.catalog;

import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the catalog's files of their parts: what happens ({@code events.yaml}), what is told of it
 * ({@code facts.yaml}), the words, and for each service a template with places ({@code %title%})
 * for them.
 */
final class CatalogFiles {
  /** In the order of the files. */
  static final List<String> SERVICES =
      List.of(
          "alertmanager",
          "awssqs",
          "cloudevents",
          "dingtalk",
          "discord",
          "email",
          "feishu",
          "gcppubsub",
          "github",
          "googlechat",
          "lark",
          "mattermost",
          "newrelic",
          "ntfy",
          "opsgenie",
          "pagerduty",
          "pagerdutyv2",
          "rocketchat",
          "slack",
          "teams",
          "teams-workflows",
          "wecom");

  private static final Pattern PLACE =
      Pattern.compile("(?m)^( *)%(\\w+)%$|%([a-z]+(?:\\.[a-z]+)?)%");
  private static final String URL =
      """
      {{- $url := ""}}{{with .context.argocdUrl}}{{$url = printf "%s/applications/%s/%sQUERY" (trimSuffix "/" .) $.app.metadata.namespace $.app.metadata.name}}{{end}}
      """;
  private static final String NAME = "{{.app.metadata.name}}";
  private static final String LINK =
      "{{with .context.argocdUrl}}{{trimSuffix \"/\" .}}/applications/"
          + "{{$.app.metadata.namespace}}/{{$.app.metadata.name}}QUERY{{end}}";
  private static final String HEADER =
      """
      # Triggers and templates for Applications, in LANGUAGE; see docs/catalog.md. Made of src/test/resources/catalog.
      """;

  private final Language language;
  private final Map<String, Object> facts = Yaml.mapping(part("facts.yaml"));
  private final Map<String, Object> words = Yaml.mapping(part("words.yaml"));

  private CatalogFiles(Language language) {
    this.language = language;
  }

  static String file(Language language) {
    return HEADER.replace("LANGUAGE", language == Language.EN ? "English" : "Chinese")
        + ConfigMapText.of(new CatalogFiles(language).texts());
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    Yaml.mapping(part("events.yaml"))
        .forEach(
            (trigger, said) -> {
              Map<String, Object> event = Yaml.asMapping(said);
              texts.put("trigger." + trigger, trigger(event));
              texts.put("template." + event.get("template"), template(event));
            });
    return texts;
  }

  private String trigger(Map<String, Object> event) {
    StringBuilder text = new StringBuilder("- description: " + spoken(event.get("description")));
    for (String field : List.of("when", "for", "oncePer")) {
      Optional.ofNullable(event.get(field))
          .ifPresent(value -> text.append("\n  ").append(field).append(": ").append(value));
    }
    return text + "\n  send: [" + event.get("template") + "]\n";
  }

  private String template(Map<String, Object> event) {
    StringBuilder text = new StringBuilder(filled("message", event));
    for (String service : SERVICES) {
      String skeleton = service;
      if (service.equals("github")) {
        skeleton += event.containsKey("github") ? "-status" : "-dispatch";
      }
      text.append(filled(skeleton, event));
    }
    return text.toString();
  }

  private String filled(String skeleton, Map<String, Object> event) {
    return PLACE
        .matcher(part("services/" + skeleton + ".yaml"))
        .replaceAll(place -> Matcher.quoteReplacement(said(place, event)));
  }

  private String said(MatchResult place, Map<String, Object> event) {
    return place.group(2) == null
        ? word(place.group(3), event)
        : ConfigMapText.indented(lines(place.group(2), event), place.group(1)).stripTrailing();
  }

  private String lines(String name, Map<String, Object> event) {
    return switch (name) {
      case "title" ->
          "{{- $title := printf \"%s\" .app.metadata.name}}".formatted(spoken(event.get("title")));
      case "url" -> URL.replace("QUERY", query(event));
      case "facts" -> facts(event);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String query(Map<String, Object> event) {
    return event.containsKey("operation") ? "?operation=true" : "";
  }

  private String facts(Map<String, Object> event) {
    StringBuilder lines = new StringBuilder("{{- $facts := list}}\n");
    for (Object name : (List<?>) event.get("facts")) {
      Map<String, Object> fact = Yaml.asMapping(facts.get(name.toString()));
      String label = fact.containsKey("label") ? spoken(fact.get("label")) : "";
      lines.append(fact.get("lines").toString().replace("%label%", "\"" + label + "\""));
    }
    return lines.toString();
  }

  private String word(String name, Map<String, Object> event) {
    return switch (name) {
      case "headline" -> spoken(event.get("title")).replace("%s", NAME);
      case "link" -> LINK.replace("QUERY", query(event));
      case "open" -> spoken(words.get("open"));
      case "number" -> Integer.decode(event.get("colour").toString()).toString();
      case "card" -> word("severity.card", event);
      case "state", "context" -> Yaml.asMapping(event.get("github")).get(name).toString();
      default ->
          name.startsWith("severity.")
              ? Yaml.asMapping(
                      Yaml.asMapping(words.get("severity")).get(event.get("severity").toString()))
                  .get(name.substring("severity.".length()))
                  .toString()
              : event.get(name).toString();
    };
  }

  private String spoken(Object byLanguage) {
    return Yaml.asMapping(byLanguage).get(language.toString()).toString();
  }

  private static String part(String name) {
    try (InputStream in = CatalogFiles.class.getResourceAsStream("/catalog/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
