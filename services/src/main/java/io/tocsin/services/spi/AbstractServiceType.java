package io.tocsin.services.spi;

import io.tocsin.services.NotificationService;
import io.tocsin.services.fields.Section;
import io.tocsin.services.options.Options;
import io.tocsin.services.options.Validated;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A type that is known by a name, a section and its features, and that reads options. */
public abstract class AbstractServiceType implements ServiceType {
  private final String name;
  private final Optional<Section> section;
  private final Set<Feature> features;

  protected AbstractServiceType(String name, Feature... features) {
    this(name, Optional.empty(), features);
  }

  protected AbstractServiceType(String name, Section section, Feature... features) {
    this(name, Optional.of(section), features);
  }

  private AbstractServiceType(String name, Optional<Section> section, Feature... features) {
    this.name = name;
    this.section = section;
    this.features = Set.of(features);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<Section> section() {
    return section;
  }

  @Override
  public final Set<Feature> features() {
    return features;
  }

  @Override
  public final Validated<NotificationService> create(
      String service, Map<String, Object> options, ServiceContext context) {
    return Options.read(
        configurationKey(service),
        options,
        read -> {
          Function<ServiceContext, NotificationService> maker = read(service, read);
          return () -> maker.apply(context.withSecrets(read.secrets()));
        });
  }

  /**
   * Asks for every option.
   *
   * @return what makes the service, called when no option was wrong; its context knows the secrets
   *     among the options
   */
  protected abstract Function<ServiceContext, NotificationService> read(
      String service, Options options);
}
