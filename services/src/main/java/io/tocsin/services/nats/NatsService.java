package io.tocsin.services.nats;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Attempts;
import io.tocsin.services.http.Failures;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.ServiceContext;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Publishes to the subjects that recipients are, a connection each. */
final class NatsService implements NotificationService {
  private static final Pattern SUBJECT = Pattern.compile("[^\\s*>]+");

  private final String name;
  private final NatsOptions options;
  private final ServiceContext context;

  NatsService(String name, NatsOptions options, ServiceContext context) {
    this.name = name;
    this.options = options;
    this.context = context;
  }

  @Override
  public Outcome send(Notification notification, Destination destination) {
    return Attempts.run(
        context.redactor(),
        () -> {
          String subject = destination.recipient();
          if (!SUBJECT.matcher(subject).matches()) {
            return new Outcome.Rejected(
                "the recipient must be a subject of NATS, and is '" + subject + "'");
          }
          return deliver(subject, notification.message());
        });
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(NatsType.KEY, options.toString()));
  }

  private Outcome deliver(String subject, String message) {
    Outcome last = new Outcome.Rejected("no server of NATS is configured");
    for (NatsServer server : options.servers()) {
      try (NatsConnection connection = NatsConnection.open(options, server, context.http())) {
        context
            .listener()
            .request(name, context.redactor().redact("PUB " + subject + "\n\n" + message));
        connection.publish(subject, options.headers(), message);
        context.listener().response(name, "PONG");
        return new Outcome.Delivered();
      } catch (NatsException said) {
        last = said.passing() ? later(server, said) : new Outcome.Rejected(reason(server, said));
      } catch (SSLException untrusted) {
        last = Failures.of(untrusted, server.host());
      } catch (IOException failure) {
        last = later(server, failure);
      }
    }
    return last;
  }

  private static Outcome later(NatsServer server, IOException failure) {
    return new Outcome.Retryable(reason(server, failure), Optional.empty());
  }

  private static String reason(NatsServer server, IOException failure) {
    return "nothing could be published at " + server + ": " + failure.getMessage();
  }
}
