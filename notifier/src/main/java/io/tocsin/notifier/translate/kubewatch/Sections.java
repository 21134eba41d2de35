package io.tocsin.notifier.translate.kubewatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a template says for each handler. */
final class Sections {
  private final Wording wording;
  private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();

  /** Slack would show the message beside what is said for it. */
  private boolean message = true;

  Sections(Wording wording) {
    this.wording = wording;
  }

  void add(Delivery handler) {
    message &= !handler.type().equals("slack");
    sections
        .computeIfAbsent(handler.type(), _ -> new LinkedHashMap<>())
        .putAll(handler.section().apply(wording));
  }

  /** The template, its text being its message where that is possible. */
  Map<String, Object> template() {
    Map<String, Object> template = new LinkedHashMap<>();
    if (message) {
      template.put("message", wording.plain());
      sections.values().forEach(section -> section.values().remove(wording.plain()));
    }
    template.putAll(sections);
    return template;
  }
}
