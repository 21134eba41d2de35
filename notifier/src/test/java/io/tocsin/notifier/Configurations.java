package io.tocsin.notifier;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.ConfigurationSource;
import io.tocsin.notifier.config.StandardServices;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.templates.GoTemplates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Configurations for tests, read as the controller reads them. */
public final class Configurations {
  private Configurations() {}

  public static Configuration of(Map<String, String> data) {
    return of(data, Map.of());
  }

  public static Configuration of(Map<String, String> data, Map<String, String> secrets) {
    return reader().read(source(data, secrets), Optional.empty());
  }

  public static ConfigurationSource source(Map<String, String> data, Map<String, String> secrets) {
    Map<String, byte[]> bytes = new HashMap<>();
    secrets.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
    return new ConfigurationSource("argocd", data, bytes, Map.of());
  }

  public static ConfigurationReader reader() {
    ServiceContext context = ServiceContext.of(HttpClients.create(Map.of()), Clock.systemUTC());
    return new ConfigurationReader(
        new StandardServices(context, Map.of("go", GoTemplates.withSprig())));
  }
}
