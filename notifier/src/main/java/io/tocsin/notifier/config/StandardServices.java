package io.tocsin.notifier.config;

import io.tocsin.services.NotificationService;
import io.tocsin.services.options.Nearest;
import io.tocsin.services.options.Remark;
import io.tocsin.services.options.Validated;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.spi.ServiceType;
import io.tocsin.templates.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All service types, and the template languages by the name that {@code engine:} gives.
 *
 * @param context what services are given, less their secrets
 */
public record StandardServices(ServiceContext context, Map<String, TemplateEngine> engines)
    implements ServiceFactory {
  @Override
  public ServiceFactory withCertificates(Map<String, String> pemByHost) {
    return new StandardServices(
        context.withHttp(context.http().withCertificates(pemByHost)), engines);
  }

  @Override
  public NotificationService create(
      String type,
      String name,
      Map<String, Object> options,
      Set<String> secrets,
      Consumer<Remark> warnings) {
    ServiceType found =
        ServiceTypes.find(type)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "names the service type %s, which does not exist%s"
                            .formatted(type, nearest(type))));
    Validated<NotificationService> made = found.create(name, options, context.withSecrets(secrets));
    made.odd().forEach(warnings);
    return made.value().orElseThrow(() -> new ConfigurationException(made.wrong()));
  }

  @Override
  public NotificationTemplate compile(
      String key, Map<String, Object> definition, Consumer<Remark> warnings) {
    NotificationTemplate template =
        NotificationTemplate.compile(
            key, definition, name -> Optional.ofNullable(engines.get(name)));
    template.remarks().forEach(warnings);
    return template;
  }

  private static String nearest(String type) {
    return Nearest.to(type, ServiceTypes.all().keySet())
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }
}
