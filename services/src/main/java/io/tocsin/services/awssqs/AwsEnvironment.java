package io.tocsin.services.awssqs;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Undelivered;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials as AWS's own tools find them in the environment: keys, a web identity (IRSA), or a
 * container's credentials (EKS Pod Identity).
 */
final class AwsEnvironment {
  private AwsEnvironment() {}

  static Optional<String> region(Map<String, String> environment) {
    return variable(environment, "AWS_REGION")
        .or(() -> variable(environment, "AWS_DEFAULT_REGION"));
  }

  static AwsCredentials.Source source(
      Map<String, String> environment, String region, Exchange exchange, Clock clock) {
    Optional<String> key = variable(environment, "AWS_ACCESS_KEY_ID");
    Optional<String> secret = variable(environment, "AWS_SECRET_ACCESS_KEY");
    if (key.isPresent() && secret.isPresent()) {
      Optional<String> token = variable(environment, "AWS_SESSION_TOKEN");
      AwsCredentials fixed = new AwsCredentials(key.get(), secret.get(), token, Optional.empty());
      return () -> fixed;
    }
    Optional<String> role = variable(environment, "AWS_ROLE_ARN");
    Optional<String> identity = variable(environment, "AWS_WEB_IDENTITY_TOKEN_FILE");
    if (role.isPresent() && identity.isPresent()) {
      String sts =
          variable(environment, "AWS_ENDPOINT_URL_STS")
              .orElse("https://sts." + region + ".amazonaws.com");
      return new Renewing(
          clock, new WebIdentity(sts, role.get(), Path.of(identity.get()), exchange));
    }
    Optional<String> container = variable(environment, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    if (container.isPresent()) {
      Optional<Path> file =
          variable(environment, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map(Path::of);
      return new Renewing(clock, new ContainerCredentials(container.get(), file, exchange));
    }
    return () -> {
      throw Undelivered.rejected(
          "awssqs has no credentials: neither key and secret nor AWS_ACCESS_KEY_ID,"
              + " AWS_WEB_IDENTITY_TOKEN_FILE or AWS_CONTAINER_CREDENTIALS_FULL_URI are there");
    };
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
