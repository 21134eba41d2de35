package io.tocsin.notifier.migrate;

import io.tocsin.templates.functions.Sprig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Differences in configurations of namespaces. */
record TenantChecks() implements Check {
  private static final Pattern FORBIDDEN =
      Pattern.compile("\\b(%s)\\b".formatted(String.join("|", Sprig.COSTLY)));
  private static final Pattern INWARD =
      Pattern.compile(
          "://(localhost|127[.][\\d.]+|\\[::1]|169[.]254[.][\\d.]+|0[.]0[.]0[.]0"
              + "|kubernetes[.]default[\\w.]*)(?=[:/\"'\\s]|$)");

  @Override
  public void look(Settings settings, Live live, Found found) {
    if (!settings.tenant()) {
      return;
    }
    settings
        .data()
        .forEach(
            (key, text) -> {
              if (key.startsWith("template.")) {
                function(key, text, found);
              }
              if (key.startsWith("service.")) {
                address(key, text, found);
              }
            });
  }

  private static void function(String key, String text, Found found) {
    Matcher function = FORBIDDEN.matcher(text);
    if (function.find()) {
      found.error(
          key,
          function.group(1) + " fails here in the configuration of a namespace",
          "move the template to the control plane's configuration, or do without");
    }
  }

  private static void address(String key, String text, Found found) {
    Matcher host = INWARD.matcher(text);
    if (host.find()) {
      found.error(
          key,
          "connects to %s, which a namespace's own service may not here".formatted(host.group(1)),
          "move the service to the control plane's configuration, or allow the network with"
              + " --self-service-allowed-networks");
    }
  }
}
