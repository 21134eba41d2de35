package io.tocsin.notifier.translate.kubenotifier;

import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes services of the notifiers of one Notification. */
final class Notifiers {
  private static final String NAME = "name";
  private static final String SLACK = "slack";
  private static final String EMAIL = "email";
  private static final String HOOK = "hookUrlSecret";
  private static final String TOKEN = "tokenSecret";
  private static final String CHANNEL = "channel";
  private static final String HOST = "smtphost";
  private static final String PORT = "smtpport";
  private static final String USER = "usernameSecret";
  private static final String PASSWORD = "passwordSecret";
  private static final String FROM = "fromEmailId";
  private static final String TO = "senderList";
  private static final String KEY = "key";
  private static final int LAST_PORT = 65_535;

  private final Draft draft;
  private final String owner;
  private final String namespace;
  private final Map<String, Optional<Notifier>> made = new HashMap<>();

  /**
   * @param owner the Notification's name
   * @param namespace where its Secrets are
   */
  Notifiers(Draft draft, String owner, String namespace) {
    this.draft = draft;
    this.owner = owner;
    this.namespace = namespace;
  }

  /** By name; nothing where it cannot be used, which was noted. */
  Map<String, Optional<Notifier>> read(Fields spec) {
    for (Fields fields : spec.parts("notifiers", List.of(NAME, SLACK, EMAIL))) {
      String name = fields.text(NAME);
      Optional<Notifier> notifier = notifier(name, fields);
      if (made.put(name, notifier) != null) {
        fields.note(NAME, "is that of another notifier, too: the last one counts, as there");
      }
    }
    return made;
  }

  private Optional<Notifier> notifier(String name, Fields fields) {
    String service = draft.name("service", owner + "-" + name);
    Optional<Fields> email = fields.part(EMAIL, List.of(HOST, PORT, USER, PASSWORD, FROM, TO));
    if (email.isPresent()) {
      if (fields.has(SLACK)) {
        fields.note(SLACK, "is not read beside email, as there");
      }
      return mail(service, email.get());
    }
    Optional<Fields> slack = fields.part(SLACK, List.of(HOOK, TOKEN, CHANNEL));
    if (slack.isEmpty()) {
      fields.wrong(NAME, "'%s' is a notifier with neither slack nor email".formatted(name));
    }
    return slack.flatMap(part -> slack(service, part));
  }

  private Optional<Notifier> slack(String service, Fields fields) {
    String channel = fields.text(CHANNEL);
    if (fields.has(HOOK) || !fields.has(TOKEN)) {
      return secret(fields, HOOK)
          .map(
              url -> {
                Map<String, Object> header =
                    options(NAME, "Content-Type", "value", "application/json");
                put("webhook", service, options("url", url, "headers", List.of(header)));
                return new Notifier.Hook(service, channel);
              });
    }
    if (channel.isEmpty()) {
      fields.wrong(CHANNEL, "is missing: a token alone does not say where to post");
      return Optional.empty();
    }
    return secret(fields, TOKEN)
        .map(
            token -> {
              put(SLACK, service, options("token", token));
              return new Notifier.Slack(service, channel);
            });
  }

  private Optional<Notifier> mail(String service, Fields fields) {
    Optional<String> user = secret(fields, USER);
    Optional<String> password = secret(fields, PASSWORD);
    List<String> addresses = fields.texts(TO);
    String host = needed(fields, HOST);
    String from = needed(fields, FROM);
    long port = fields.number(PORT);
    boolean reachable = port > 0 && port <= LAST_PORT;
    if (!reachable) {
      fields.wrong(PORT, "must be a port, but is " + port);
    }
    if (addresses.isEmpty()) {
      fields.wrong(TO, "is empty: the mails go to nobody");
    }
    boolean right = reachable && !addresses.isEmpty() && !host.isEmpty() && !from.isEmpty();
    if (!right || user.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    put(
        EMAIL,
        service,
        options(
            "host",
            host,
            "port",
            port,
            "username",
            user.get(),
            "password",
            password.get(),
            "from",
            from));
    return Optional.of(new Notifier.Mail(service, addresses));
  }

  private static String needed(Fields fields, String field) {
    String text = fields.text(field);
    if (text.isEmpty()) {
      fields.wrong(field, "is missing");
    }
    return text;
  }

  private Optional<String> secret(Fields fields, String field) {
    Optional<Fields> selector = fields.part(field, List.of(NAME, KEY, "optional"));
    if (selector.isEmpty()) {
      if (!fields.has(field)) {
        fields.wrong(field, "is missing: it names a Secret and its key");
      }
      return Optional.empty();
    }
    String name = needed(selector.get(), NAME);
    String key = needed(selector.get(), KEY);
    return name.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.secret(new SecretValue.Key(namespace, name, key)));
  }

  private void put(String type, String service, Map<String, Object> options) {
    draft.put("service." + type + "." + service, options);
  }

  private static Map<String, Object> options(Object... pairs) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      options.put((String) pairs[i], pairs[i + 1]);
    }
    return options;
  }
}
