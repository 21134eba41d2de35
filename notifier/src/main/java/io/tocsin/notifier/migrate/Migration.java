package io.tocsin.notifier.migrate;

import io.tocsin.notifier.config.ConfigurationReader;
import java.util.List;

/**
 * Finds what Tocsin does otherwise than Argo CD Notifications, as far as a configuration shows it.
 */
public final class Migration {
  private final List<Check> checks;

  /**
   * @param reader reads configurations as the controller does
   */
  public Migration(ConfigurationReader reader) {
    checks =
        List.of(
            new BrokenKeys(reader),
            new SubscriptionChecks(),
            new ConditionChecks(),
            new TemplateChecks(),
            new SectionChecks(),
            new ServiceChecks(),
            new TenantChecks());
  }

  /** The differences, the worst first. */
  public List<Difference> of(Live live) {
    Found found = Found.none();
    for (Settings settings : live.configurations()) {
      Found here = found.in(settings.title());
      checks.forEach(check -> check.look(settings, live, here));
    }
    new ObjectChecks(live).look(found);
    return found.list().stream().sorted().distinct().toList();
  }
}
