package io.tocsin.services.email;

import io.tocsin.services.http.HttpClients;
import io.tocsin.services.http.Trust;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;

/** Sets Jakarta Mail up: timeouts always, encryption and trust as configured. */
final class MailSessions {
  private MailSessions() {}

  static Session create(EmailOptions options, HttpClients http) {
    Properties settings = new Properties();
    set(settings, "host", options.host());
    set(settings, "port", options.port());
    set(settings, "connectiontimeout", HttpClients.CONNECT.toMillis());
    set(settings, "timeout", HttpClients.TOTAL.toMillis());
    set(settings, "writetimeout", HttpClients.TOTAL.toMillis());
    set(settings, "auth", options.username().isPresent());
    set(settings, "auth.mechanisms", "PLAIN LOGIN");
    set(settings, "sendpartial", true);
    set(settings, "allowutf8", true);
    Encryption encryption = options.encryption();
    set(settings, "ssl.enable", encryption == Encryption.TLS);
    set(
        settings,
        "starttls.enable",
        encryption == Encryption.STARTTLS || encryption == Encryption.OPPORTUNISTIC);
    set(settings, "starttls.required", encryption == Encryption.STARTTLS);
    set(settings, "ssl.checkserveridentity", !options.insecureSkipVerify());
    trust(options, http)
        .ifPresent(trust -> settings.put("mail.smtp.ssl.socketFactory", trust.sockets()));
    return Session.getInstance(settings);
  }

  private static Optional<Trust> trust(EmailOptions options, HttpClients http) {
    return options.insecureSkipVerify()
        ? Optional.of(Trust.anyone())
        : http.certificatesOf(options.host() + ":" + options.port()).map(Trust::ofPem);
  }

  private static void set(Properties settings, String name, Object value) {
    settings.setProperty("mail.smtp." + name, String.valueOf(value));
  }
}
