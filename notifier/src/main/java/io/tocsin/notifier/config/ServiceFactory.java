package io.tocsin.notifier.config;

import io.tocsin.services.NotificationService;
import io.tocsin.services.options.Remark;
import io.tocsin.services.registry.NotificationTemplate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes what the configuration's services and templates say. */
public interface ServiceFactory {
  /**
   * The same, with certificate authorities of hosts' own.
   *
   * @param pemByHost certificates in PEM by host
   */
  ServiceFactory withCertificates(Map<String, String> pemByHost);

  /**
   * Makes a service.
   *
   * @param options with secrets put in
   * @param secrets the values that must never show
   * @param warnings takes what is odd but works
   * @throws ConfigurationException when the type is unknown or an option wrong
   */
  NotificationService create(
      String type,
      String name,
      Map<String, Object> options,
      Set<String> secrets,
      Consumer<Remark> warnings);

  /**
   * Compiles a template.
   *
   * @throws io.tocsin.templates.TemplateException when a text does not parse
   */
  NotificationTemplate compile(
      String key, Map<String, Object> definition, Consumer<Remark> warnings);
}
