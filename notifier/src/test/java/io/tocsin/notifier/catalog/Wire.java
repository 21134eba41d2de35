package io.tocsin.notifier.catalog;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/**
 * A service of each type, and a server that answers each as its vendor would and keeps what came.
 */
final class Wire implements AutoCloseable {
  private static final String CONTENT =
      """
      {"ok": true, "errcode": 0, "code": 0, "success": true, "status": 1, "channel": "C", "ts": "1",
       "token": "ghs_0", "expires_at": "2099-01-02T04:04:05Z", "id": 1,
       "data": {"userId": "u", "authToken": "t"}, "QueueUrl": "https://sqs/q"}
      """;

  private final MockWebServer server = new MockWebServer();
  private final List<String> bodies = new ArrayList<>();
  private final Map<String, NotificationService> services = new TreeMap<>();
  private final Map<String, String> recipients = new TreeMap<>();

  Wire() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = String.valueOf(request.getPath());
            synchronized (bodies) {
              if (!path.matches(".*(access_tokens|/login)$")
                  && !"AmazonSQS.GetQueueUrl".equals(request.getHeader("X-Amz-Target"))) {
                bodies.add(request.getBody().readUtf8());
              }
            }
            return new MockResponse().setBody(path.startsWith("/teams/") ? "1" : CONTENT);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String authority = server.getHostName() + ":" + server.getPort();
    ServiceContext context =
        ServiceContext.of(HttpClients.create(Map.of()), Clock.systemUTC())
            .withEnvironment(Map.of("PUBSUB_EMULATOR_HOST", authority))
            .withListener(mails());
    String yaml =
        text()
            .replace("RECEIVER", "http://" + authority)
            .replace("AUTHORITY", authority)
            .replace("KEY", Yaml.compact(key()));
    Yaml.mapping(yaml).forEach((type, said) -> add(type, Yaml.asMapping(said), context));
  }

  private void add(String type, Map<String, Object> said, ServiceContext context) {
    var made =
        ServiceTypes.find(type)
            .orElseThrow()
            .create(type, Yaml.asMapping(said.get("options")), context);
    services.put(type, made.value().orElseThrow(() -> new AssertionError(made.errors())));
    recipients.put(type, said.getOrDefault("recipient", "").toString());
  }

  /** A mail is seen as it is given to the server, which is not there. */
  private ExchangeListener mails() {
    return new ExchangeListener() {
      @Override
      public void request(String service, String text) {
        if (service.equals("email")) {
          synchronized (bodies) {
            bodies.add(text.substring(text.indexOf('\n') + 1));
          }
        }
      }

      @Override
      public void response(String service, String text) {
        // what was sent is what counts
      }
    };
  }

  List<String> types() {
    return List.copyOf(services.keySet());
  }

  Destination destination(String type) {
    return new Destination(type, recipients.get(type));
  }

  /** The bodies of the requests that a message becomes. */
  List<String> bodies(String type, Notification notification) {
    synchronized (bodies) {
      bodies.clear();
    }
    Outcome outcome = services.get(type).send(notification, destination(type));
    if (!type.equals("email") && !(outcome instanceof Outcome.Delivered)) {
      throw new AssertionError(type + ": " + outcome);
    }
    synchronized (bodies) {
      return List.copyOf(bodies);
    }
  }

  private static String key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text() {
    try (InputStream in = Wire.class.getResourceAsStream("/catalog/services-of-all-types.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    services.values().forEach(NotificationService::close);
    try {
      server.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
