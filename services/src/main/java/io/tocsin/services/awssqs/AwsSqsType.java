package io.tocsin.services.awssqs;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Field;
import io.tocsin.services.fields.Section;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.TransportOptions;
import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import io.tocsin.services.spi.AbstractServiceType;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The type {@code awssqs}. */
public final class AwsSqsType extends AbstractServiceType {
  static final String KEY = "awssqs";

  public AwsSqsType() {
    super(
        KEY,
        Section.of(
            KEY, Field.group("messageAttributes", Field.textMap(), "messageGroupId", Field.kept())),
        Feature.RICH,
        Feature.SIGNING,
        Feature.SEVERAL);
  }

  @Override
  protected Function<ServiceContext, NotificationService> read(String service, Options options) {
    String queue = options.string("queue").orElse("");
    String account = options.string("account").orElse("");
    Optional<String> region = options.string("region").filter(text -> !text.isEmpty());
    Optional<String> endpoint = options.url("endpointUrl").map(Urls::base);
    Optional<String> key = options.secret("key");
    Optional<String> secret = options.secret("secret");
    TransportOptions transport = TransportOptions.read(options);
    return context -> {
      Map<String, String> environment = context.environment();
      String where = region.or(() -> AwsEnvironment.region(environment)).orElse("us-east-1");
      Exchange exchange = context.exchange(service, transport);
      AwsCredentials.Source credentials =
          key.isPresent() && secret.isPresent()
              ? AwsCredentials.fixed(key.get(), secret.get())
              : AwsEnvironment.source(environment, where, exchange, context.clock());
      String url = endpoint.orElse("https://sqs." + where + ".amazonaws.com");
      SqsApi api = new SqsApi(url, where, credentials, exchange, context.clock());
      return new AwsSqsService(queue, account, api);
    };
  }
}
