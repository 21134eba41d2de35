package io.tocsin.services.awssqs;

import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import java.time.Clock;
import java.util.Map;

/** Calls SQS by its JSON protocol. */
final class SqsApi {
  private final String url;
  private final AwsCredentials.Source credentials;
  private final SigV4 signer;
  private final Exchange exchange;
  private final Clock clock;

  SqsApi(
      String url,
      String region,
      AwsCredentials.Source credentials,
      Exchange exchange,
      Clock clock) {
    this.url = url;
    this.credentials = credentials;
    this.signer = new SigV4(region, "sqs");
    this.exchange = exchange;
    this.clock = clock;
  }

  Exchange exchange() {
    return exchange;
  }

  String url() {
    return url;
  }

  HttpAnswer call(String action, Map<String, Object> arguments) {
    HttpRequest request =
        HttpRequest.of("POST", url + "/")
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + action)
            .withBody(Json.write(arguments));
    HttpAnswer answer = exchange.ask(signer.sign(request, credentials.get(), clock.instant()));
    if (answer.ok()) {
      return answer;
    }
    boolean throttled = answer.body().contains("Throttl");
    throw new Undelivered(
        throttled
            ? new Outcome.Retryable(
                "SQS throttles" + Failures.excerpt(answer), answer.retryAfter(clock))
            : exchange.failure(request, answer));
  }
}
