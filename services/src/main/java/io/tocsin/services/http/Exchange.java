package io.tocsin.services.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.Outcome;
import io.tocsin.services.secrets.Redactor;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's way to talk HTTP: sends, shows each exchange without secrets to the listener and the
 * debug log, and turns what goes wrong into an outcome. Immutable and thread-safe.
 */
public final class Exchange {
  private static final String USER_AGENT = "tocsin";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~\\w-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  private final String service;
  private final HttpClients clients;
  private final TransportOptions options;
  private final Redactor redactor;
  private final ExchangeListener listener;
  private final Clock clock;

  /**
   * @param service the service's name, for the listener
   */
  public Exchange(
      String service,
      HttpClients clients,
      TransportOptions options,
      Redactor redactor,
      ExchangeListener listener,
      Clock clock) {
    this.service = service;
    this.clients = clients;
    this.options = options;
    this.redactor = redactor;
    this.listener = listener;
    this.clock = clock;
  }

  /** Runs the steps of a delivery; an {@link Undelivered} ends them. Reasons lose their secrets. */
  public Outcome attempt(Supplier<Outcome> steps) {
    return Attempts.run(redactor, steps);
  }

  /** Sends one request whose answer must be 2xx. */
  public HttpAnswer send(HttpRequest request) {
    HttpAnswer answer = ask(request);
    if (!answer.ok()) {
      throw new Undelivered(Failures.of(answer, Urls.host(request.url()), clock));
    }
    return answer;
  }

  /**
   * Sends one request, whatever the status of its answer.
   *
   * @throws Undelivered when no answer comes
   */
  public HttpAnswer ask(HttpRequest request) {
    HttpUrl url = HttpUrl.parse(request.url());
    if (url == null) {
      throw Undelivered.rejected("not a URL that begins with http:// or https://");
    }
    show(request, url);
    OkHttpClient client = clients.client(options, url.host() + ":" + url.port());
    try (Response response = client.newCall(build(request, url)).execute()) {
      HttpAnswer answer = read(response);
      show(answer, response.protocol());
      return answer;
    } catch (IOException failure) {
      throw new Undelivered(Failures.of(failure, url.host()));
    }
  }

  /** How an answer that is not 2xx ends the delivery. */
  public Outcome failure(HttpRequest request, HttpAnswer answer) {
    return Failures.of(answer, Urls.host(request.url()), clock);
  }

  private static Request build(HttpRequest request, HttpUrl url) {
    if (!TOKEN.matcher(request.method()).matches()) {
      throw Undelivered.rejected("the method of the request is no word such as POST");
    }
    Headers.Builder headers = new Headers.Builder().add("User-Agent", USER_AGENT);
    request.headers().forEach(header -> set(headers, header));
    return new Request.Builder()
        .url(url)
        .headers(headers.build())
        .method(request.method(), body(request))
        .build();
  }

  /** Values may hold any characters but those that end a line, as Go's may. */
  private static void set(Headers.Builder headers, Header header) {
    if (!TOKEN.matcher(header.name()).matches() || CONTROL.matcher(header.value()).find()) {
      throw Undelivered.rejected(
          "the header "
              + CONTROL.matcher(header.name()).replaceAll("?")
              + " holds characters that no header may hold");
    }
    headers.removeAll(header.name()).addUnsafeNonAscii(header.name(), header.value());
  }

  private static RequestBody body(HttpRequest request) {
    byte[] bytes = request.body().getBytes(UTF_8);
    return switch (request.method()) {
      case "GET", "HEAD" -> null;
      case "POST", "PUT", "PATCH" -> RequestBody.create(bytes);
      default -> bytes.length == 0 ? null : RequestBody.create(bytes);
    };
  }

  private static HttpAnswer read(Response response) throws IOException {
    String body = response.peekBody(HttpAnswer.LONGEST_BODY).string();
    return new HttpAnswer(
        response.code(), response.message(), response.headers().toMultimap(), body);
  }

  private void show(HttpRequest request, HttpUrl url) {
    if (!listener.equals(ExchangeListener.NONE) || Debug.LOG.isDebugEnabled()) {
      String text = redactor.redact(Dump.of(request, url));
      listener.request(service, text);
      Debug.LOG.debug("Sending request: {} service={}", text, service);
    }
  }

  private void show(HttpAnswer answer, okhttp3.Protocol protocol) {
    if (!listener.equals(ExchangeListener.NONE) || Debug.LOG.isDebugEnabled()) {
      String text = redactor.redact(Dump.of(answer, protocol));
      listener.response(service, text);
      Debug.LOG.debug("Received response: {} service={}", text, service);
    }
  }

  /** Looked for when there is something to say, as a logging framework takes long to start. */
  private static final class Debug {
    static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  }
}
