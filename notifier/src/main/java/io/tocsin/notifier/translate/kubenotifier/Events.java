package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.TemplateEngine;
import io.tocsin.templates.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes templates of the events of one Notification. */
final class Events {
  private static final String MESSAGE = "message";
  private static final String SUBJECT = "emailSubject";
  private static final String LEVEL = "notificationLevel";
  private static final String NOTIFIERS = "notifierNames";

  /** The fields of an event. */
  static final List<String> KNOWN = List.of(MESSAGE, SUBJECT, LEVEL, NOTIFIERS);

  private final Map<String, Optional<Notifier>> notifiers;
  private final TemplateEngine engine = GoTemplates.withSprig();

  Events(Map<String, Optional<Notifier>> notifiers) {
    this.notifiers = notifiers;
  }

  /**
   * What an event says, and to whom.
   *
   * @param template the definition of a template
   */
  record Event(Map<String, Object> template, List<String> recipients) {
    Event {
      template = new LinkedHashMap<>(template);
      recipients = List.copyOf(recipients);
    }
  }

  /** Nothing where it can tell nobody anything, which is noted. */
  Optional<Event> read(Fields fields) {
    Optional<Level> level = Level.of(fields.text(LEVEL));
    if (level.isEmpty()) {
      fields.wrong(
          LEVEL,
          "'%s' is unknown: it is one of info, warning and critical".formatted(fields.text(LEVEL)));
    }
    List<Notifier> told = notifiers(fields);
    Message message = new Message(fields.text(MESSAGE));
    if (message.text().isBlank()) {
      fields.wrong(MESSAGE, "is missing: there is nothing to tell");
    }
    boolean right = compiles(fields, MESSAGE);
    right = compiles(fields, SUBJECT) && right;
    if (!right || level.isEmpty() || told.isEmpty() || message.text().isBlank()) {
      return Optional.empty();
    }
    Map<String, Object> template = template(fields, message, level.get(), told);
    try {
      NotificationTemplate.compile(MESSAGE, template, engine);
    } catch (TemplateException e) {
      fields.wrong(MESSAGE, "cannot be taken over: " + e.reason());
      return Optional.empty();
    }
    return Optional.of(new Event(template, told.stream().map(Notifier::recipient).toList()));
  }

  private List<Notifier> notifiers(Fields fields) {
    List<Notifier> told = new ArrayList<>();
    List<String> names = fields.texts(NOTIFIERS);
    for (int i = 0; i < names.size(); i++) {
      Optional<Notifier> notifier = notifiers.get(names.get(i));
      if (notifier == null) {
        fields.wrong(
            NOTIFIERS + "[" + i + "]", "'%s' is no notifier of it".formatted(names.get(i)));
      } else {
        notifier.ifPresent(told::add);
      }
    }
    if (names.isEmpty()) {
      fields.wrong(NOTIFIERS, "is empty: nobody is told");
    }
    return told;
  }

  private boolean compiles(Fields fields, String field) {
    Message text = new Message(fields.text(field));
    try {
      if (text.isTemplate()) {
        engine.compile(field, text.text());
      }
      return true;
    } catch (TemplateException e) {
      fields.wrong(field, "is no template: " + e.reason());
      return false;
    }
  }

  private static Map<String, Object> template(
      Fields fields, Message message, Level level, List<Notifier> told) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put(MESSAGE, message.template());
    Map<String, Object> hooks = new LinkedHashMap<>();
    for (Notifier notifier : told) {
      switch (notifier) {
        case Notifier.Hook(String service, String channel) ->
            hooks.put(service, request(message.hook(channel, level)));
        case Notifier.Slack _ -> template.put("slack", Map.of("attachments", attachments(level)));
        case Notifier.Mail _ -> template.put("email", mail(fields, message, level));
      }
    }
    if (!hooks.isEmpty()) {
      template.put("webhook", hooks);
    }
    return template;
  }

  private static Map<String, Object> request(String body) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", "POST");
    request.put("body", body);
    return request;
  }

  private static String attachments(Level level) {
    return """
        [{"color": "%s", "title": "Argo Kube Notifier"}]
        """
        .formatted(level.color());
  }

  private static Map<String, Object> mail(Fields fields, Message message, Level level) {
    if (level == Level.WARNING) {
      fields.note(LEVEL, "warning is mailed here; Argo Kube Notifier mails info and critical only");
    }
    Map<String, Object> mail = new LinkedHashMap<>();
    Message subject = new Message(fields.text(SUBJECT));
    if (!subject.text().isEmpty()) {
      mail.put("subject", subject.template());
    }
    mail.put("body", message.template());
    mail.put("escape", "html");
    return mail;
  }
}
