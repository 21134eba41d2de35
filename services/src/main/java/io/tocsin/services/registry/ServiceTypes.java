package io.tocsin.services.registry;

import io.tocsin.services.console.ConsoleType;
import io.tocsin.services.dingtalk.DingTalkType;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.services.webhook.WebhookType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The types of services by name. Immutable. */
public final class ServiceTypes {
  private static final Map<String, ServiceType> ALL =
      index(List.of(new ConsoleType(), new DingTalkType(), new WebhookType()));

  private ServiceTypes() {}

  /** In the order of their names; immutable. */
  public static Map<String, ServiceType> all() {
    return ALL;
  }

  public static Optional<ServiceType> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, ServiceType> index(List<ServiceType> types) {
    Map<String, ServiceType> byName = new TreeMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    return Collections.unmodifiableMap(byName);
  }
}
