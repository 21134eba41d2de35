package io.tocsin.notifier.migrate;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.Problem.Lacking;
import io.tocsin.notifier.config.Problem.Severity;

/** Keys that cannot be used, which harm themselves alone here. */
record BrokenKeys(ConfigurationReader reader) implements Check {
  @Override
  public void look(Settings settings, Live live, Found found) {
    Configuration read = reader.read(settings.source());
    read.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(problem -> say(problem, found));
    read.services().values().forEach(service -> service.service().close());
  }

  private static void say(Problem problem, Found found) {
    if (problem.lacking() == Lacking.SECRET) {
      found.error(
          problem.key(),
          problem.sentence() + ": the reference was sent as it stands; here the service is off",
          "add the key to the Secret");
    } else {
      found.error(
          problem.key(),
          problem.sentence() + ": one such key stopped all messages; here it alone is off",
          "mend it, and expect what the other keys tell at once");
    }
  }
}
