package io.tocsin.services.cloudevents;

import io.tocsin.services.http.Urls;
import io.tocsin.services.options.Options;
import java.util.Map;

/**
 * The options of CloudEvents.
 *
 * @param binary whether the attributes go as headers and not in one JSON with the data
 */
record CloudEventsOptions(
    String url, String type, String source, boolean binary, Map<String, String> headers) {
  static CloudEventsOptions read(Options options) {
    String mode = options.string("mode").orElse("structured");
    if (!mode.equals("structured") && !mode.equals("binary")) {
      options.error("mode", "must be structured or binary");
    }
    return new CloudEventsOptions(
        options.requiredUrl("url"),
        options.string("type").orElse("io.argoproj.notification"),
        options.string("source").orElse("/argocd"),
        mode.equals("binary"),
        options.secretMap("headers"));
  }

  /** Keeps the headers, which may hold tokens, out of logs. */
  @Override
  public String toString() {
    return "cloudevents at " + Urls.host(url);
  }
}
