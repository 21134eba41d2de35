package io.tocsin.controller.webhook;

import io.tocsin.controller.application.GoDurations;
import io.tocsin.controller.application.InvalidSpecException;
import java.time.Duration;
import java.util.Map;

/**
 * What {@code argocd-cm} says of webhooks; a value that cannot be read counts as not there.
 *
 * @param limit of a payload, in MiB ({@code webhook.maxPayloadSizeMB})
 * @param jitter by up to which refreshes are put off, chosen by chance for each ({@code
 *     webhook.refresh.jitter})
 * @param threshold how many Applications an event refreshes at once before others are put off
 *     ({@code webhook.refresh.jitter.threshold})
 */
public record WebhookSettings(int limit, Duration jitter, int threshold) {
  /** Argo CD's. */
  public static final WebhookSettings DEFAULT = new WebhookSettings(50, Duration.ZERO, 10);

  private static final int MOST_MIB = (1 << 10) - 1;

  public static WebhookSettings of(Map<String, String> data) {
    return new WebhookSettings(
        Math.min(MOST_MIB, number(data, "webhook.maxPayloadSizeMB", 1, DEFAULT.limit)),
        jitter(data.getOrDefault("webhook.refresh.jitter", "")),
        number(data, "webhook.refresh.jitter.threshold", 0, DEFAULT.threshold));
  }

  private static int number(Map<String, String> data, String key, int least, int standard) {
    try {
      int number = Integer.parseInt(data.getOrDefault(key, "").strip());
      return number < least ? standard : number;
    } catch (NumberFormatException e) {
      return standard;
    }
  }

  private static Duration jitter(String text) {
    try {
      Duration jitter = text.isBlank() ? DEFAULT.jitter : GoDurations.parse(text);
      return jitter.isNegative() ? DEFAULT.jitter : jitter;
    } catch (InvalidSpecException e) {
      return DEFAULT.jitter;
    }
  }
}
