package io.tocsin.notifier.cli;

import io.tocsin.notifier.catalog.Catalog;
import io.tocsin.notifier.catalog.Language;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.ConfigurationSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What of the catalog is meant. */
final class CatalogOptions {
  private static final String ALL = "all";

  @Option(
      names = "--language",
      defaultValue = "en",
      description = "The language of the messages: ${COMPLETION-CANDIDATES}. Default: en.")
  private Language language;

  @Option(
      names = "--services",
      split = ",",
      paramLabel = "TYPE",
      description =
          "Types of services, such as slack,email: what templates say for others is left out; "
              + ALL
              + " for all. Default: all; where it is installed, those that the ConfigMap has.")
  private List<String> services = List.of();

  /** The whole catalog, or what has these names. */
  Catalog catalog(List<String> names) {
    return catalog(names, Map.of());
  }

  /** The same; where nobody says for which services, for those that a ConfigMap declares. */
  Catalog catalog(List<String> names, Map<String, String> live) {
    try {
      Catalog catalog = Catalog.in(language).only(names);
      Collection<String> declared =
          new ConfigurationSource("", live, Map.of(), Map.of()).declaredServices().values();
      if (services.contains(ALL) || (services.isEmpty() && declared.isEmpty())) {
        return catalog;
      }
      Set<String> types = new TreeSet<>(services.isEmpty() ? declared : services);
      if (services.isEmpty()) {
        types.retainAll(catalog.services());
      }
      return catalog.forServices(types);
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
