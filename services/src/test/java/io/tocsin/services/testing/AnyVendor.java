package io.tocsin.services.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** A server that answers every request as its vendor would who is content. */
public final class AnyVendor implements AutoCloseable {
  private static final List<String> LISTS = List.of("/deployments?", "/pulls", "/comments?");
  private static final String CONTENT =
      """
      {"ok": true, "errcode": 0, "code": 0, "success": true, "status": 1, "channel": "C", "ts": "1",
       "token": "ghs_0", "expires_at": "2026-01-02T04:04:05Z", "id": 1,
       "data": {"userId": "u", "authToken": "t"}, "QueueUrl": "https://sqs/q"}
      """;

  private final MockWebServer server = new MockWebServer();
  private final AtomicReference<Optional<MockResponse>> fixed =
      new AtomicReference<>(Optional.empty());

  private AnyVendor() {}

  public static AnyVendor start() {
    return start(new AnyVendor());
  }

  /** One that speaks TLS. */
  public static AnyVendor start(SelfSigned certificate) {
    AnyVendor vendor = new AnyVendor();
    vendor.server.useHttps(certificate.server(), false);
    return start(vendor);
  }

  private static AnyVendor start(AnyVendor vendor) {
    vendor.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return vendor
                .fixed
                .get()
                .map(MockResponse::clone)
                .orElseGet(
                    () -> new MockResponse().setBody(answer(String.valueOf(request.getPath()))));
          }
        });
    Peer.start(vendor.server);
    return vendor;
  }

  /** Answers so from now on, whatever is asked. */
  public void answersAll(MockResponse response) {
    fixed.set(Optional.of(response));
  }

  public String root() {
    return server.url("/").toString().replaceFirst("/$", "");
  }

  public String authority() {
    return server.getHostName() + ":" + server.getPort();
  }

  private static String answer(String path) {
    if (path.startsWith("/teams/")) {
      return "1";
    }
    boolean list = path.contains("/repos/") && LISTS.stream().anyMatch(path::contains);
    return list ? "[]" : CONTENT;
  }

  @Override
  public void close() {
    try {
      server.shutdown();
    } catch (IOException hung) {
      throw new IllegalStateException(hung);
    }
  }
}
