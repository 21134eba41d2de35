package io.tocsin.services.awssqs;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Credentials from the agent beside a container (EKS Pod Identity, ECS). */
final class ContainerCredentials implements AwsCredentials.Source {
  private final String url;
  private final Optional<Path> token;
  private final Exchange exchange;

  ContainerCredentials(String url, Optional<Path> token, Exchange exchange) {
    this.url = url;
    this.token = token;
    this.exchange = exchange;
  }

  @Override
  public AwsCredentials get() {
    HttpRequest request = HttpRequest.of("GET", url);
    if (token.isPresent()) {
      request = request.header("Authorization", TokenFile.read(token.get()));
    }
    HttpAnswer answer = exchange.send(request);
    if (answer.field("AccessKeyId").isEmpty()) {
      throw Undelivered.rejected("the container's agent gave no AWS credentials");
    }
    return new AwsCredentials(
        answer.field("AccessKeyId"),
        answer.field("SecretAccessKey"),
        Optional.of(answer.field("Token")),
        Optional.of(answer.field("Expiration"))
            .filter(text -> !text.isEmpty())
            .map(Instant::parse));
  }
}
