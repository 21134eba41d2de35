package io.tocsin.notifier.preview;

import io.tocsin.notifier.preview.Part.Bar;
import io.tocsin.notifier.preview.Part.Facts;
import io.tocsin.notifier.preview.Part.Facts.Fact;
import io.tocsin.notifier.preview.Part.Heading;
import io.tocsin.notifier.preview.Part.Link;
import io.tocsin.notifier.preview.Part.Picture;
import io.tocsin.notifier.preview.Part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Message cards and adaptive cards of Microsoft Teams. */
final class TeamsParts {
  private final List<Part> parts = new ArrayList<>();

  private TeamsParts() {}

  /** A message card, or what a template says in the words of one. */
  static List<Part> messageCard(Object card) {
    TeamsParts teams = new TeamsParts();
    teams.section(card);
    Json.list(card, "sections").forEach(teams::section);
    Json.list(card, "potentialAction").forEach(teams::action);
    return List.of(new Bar(Json.text(card, "themeColor"), teams.parts));
  }

  static List<Part> adaptiveCard(Object card) {
    TeamsParts teams = new TeamsParts();
    Json.list(card, "body").forEach(teams::element);
    Json.list(card, "actions").forEach(teams::cardAction);
    return List.of(new Bar("", teams.parts));
  }

  private void section(Object section) {
    for (String name : List.of("title", "activityTitle")) {
      String title = Json.text(section, name);
      if (!title.isEmpty()) {
        parts.add(new Heading(title));
      }
    }
    for (String name : List.of("activitySubtitle", "text", "activityText")) {
      markdown(Json.text(section, name));
    }
    facts(Json.list(section, "facts"), "name");
    Json.list(section, "images")
        .forEach(image -> parts.add(new Picture(Json.text(image, "title"))));
  }

  private void action(Object action) {
    String address =
        Json.list(action, "targets").stream()
            .map(target -> Json.text(target, "uri"))
            .findFirst()
            .orElse("");
    parts.add(new Link(Json.text(action, "name"), address));
  }

  private void element(Object element) {
    switch (Json.text(element, "type")) {
      case "TextBlock" -> {
        String text = Json.text(element, "text");
        boolean large = List.of("Large", "ExtraLarge").contains(Json.text(element, "size"));
        parts.add(large ? new Heading(text) : new Text(text, Markup.MARKDOWN));
      }
      case "FactSet" -> facts(Json.list(element, "facts"), "title");
      case "Image" -> parts.add(new Picture(Json.text(element, "altText")));
      case "Container", "Column" -> Json.list(element, "items").forEach(this::element);
      case "ColumnSet" -> Json.list(element, "columns").forEach(this::element);
      case "ActionSet" -> Json.list(element, "actions").forEach(this::cardAction);
      case "RichTextBlock" ->
          Json.list(element, "inlines")
              .forEach(
                  inline ->
                      markdown(inline instanceof String text ? text : Json.text(inline, "text")));
      default -> markdown(Json.text(element, "text"));
    }
  }

  private void cardAction(Object action) {
    parts.add(new Link(Json.text(action, "title"), Json.text(action, "url")));
  }

  private void facts(List<?> facts, String name) {
    List<Fact> read =
        facts.stream()
            .filter(Map.class::isInstance)
            .map(fact -> new Fact(Json.text(fact, name), Json.text(fact, "value")))
            .toList();
    if (!read.isEmpty()) {
      parts.add(new Facts(read, Markup.MARKDOWN));
    }
  }

  private void markdown(String text) {
    if (!text.isEmpty()) {
      parts.add(new Text(text, Markup.MARKDOWN));
    }
  }
}
