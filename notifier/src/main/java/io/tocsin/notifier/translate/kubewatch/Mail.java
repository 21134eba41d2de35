package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handler {@code smtp}. */
final class Mail {
  private static final Pattern SMARTHOST =
      Pattern.compile("\\[?(?<host>[^\\]]+?)\\]?:(?<port>\\d+)");
  private static final long SMTPS = 465;

  private final Setup setup;
  private final Fields auth;
  private final Map<String, Object> options = new LinkedHashMap<>();

  private Mail(Setup setup) {
    this.setup = setup;
    this.auth = setup.fields().fields("auth");
  }

  static Delivery smtp(Setup setup) {
    return new Mail(setup).delivery();
  }

  private Delivery delivery() {
    host();
    options.put(
        "from", setup.required("from", "must be an address, without which nothing is sent"));
    auth.expect(List.of("username", "password", "identity", "secret"));
    if (!auth.text("username").isEmpty()) {
      login();
    }
    if (setup.fields().flag("requireTLS", false) && !options.get("port").equals(SMTPS)) {
      options.put("tls", "starttls");
    }
    if (!setup.text("hello").isEmpty()) {
      setup.note("hello", "is left out: the host says its own name");
    }
    String subject = subject();
    return Delivery.of(
        setup,
        "email",
        options,
        setup.required("to", "must be an address, without which nothing is sent"),
        wording -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put(
              "subject", subject.contains("{{") ? "{{" + Yaml.compact(subject) + "}}" : subject);
          fields.put("body", wording.plain());
          return fields;
        });
  }

  private void host() {
    Matcher matcher = SMARTHOST.matcher(setup.text("smarthost"));
    if (matcher.matches()) {
      options.put("host", matcher.group("host"));
      options.put("port", Long.valueOf(matcher.group("port")));
    } else {
      setup
          .fields()
          .notes()
          .wrong(
              setup.fields().path("smarthost"),
              "must be a host and its port, such as mail.example.com:587");
      options.put("host", setup.text("smarthost"));
      options.put("port", 25L);
    }
  }

  private void login() {
    Setup login = new Setup(setup.service(), auth, "");
    options.put("username", auth.text("username"));
    options.put("password", login.secret("password", ""));
    setup.secrets().putAll(login.secrets());
    if (!setup.fields().flag("requireTLS", false) && !options.get("port").equals(SMTPS)) {
      setup.note("requireTLS", "is true here whatever it says, for the sake of the password");
    }
    if (!auth.text("secret").isEmpty()) {
      login.note("secret", "is for CRAM-MD5, which is not known here; the password is used");
    }
    if (!auth.text("identity").isEmpty()) {
      login.note("identity", "is left out: the server takes the username for it");
    }
  }

  /** The header goes before the field. */
  private String subject() {
    Fields headers = setup.fields().fields("headers");
    for (String name : headers.names()) {
      if (!name.equalsIgnoreCase("Subject")) {
        headers.notes().note(headers.path(name), "is left out: mails have no further headers here");
      }
    }
    return Optional.of(headers.text("Subject"))
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.of(setup.text("subject")).filter(text -> !text.isEmpty()))
        .orElse("Kubewatch notification");
  }
}
