package io.tocsin.notifier.observability;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line for each delivery, and one for each problem when it is new. Thread-safe. */
public final class DeliveryLog implements PipelineListener {
  private static final Logger log = LoggerFactory.getLogger("io.tocsin.notifier.delivery");
  private static final int REMEMBERED = 1_000;

  private final Set<String> said =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** Says known problems again, as after a change of the configuration. */
  public void forget() {
    said.clear();
  }

  @Override
  public void problem(KubeObject object, String sentence) {
    if (said.add(sentence)) {
      log.warn("{} (first seen on {} {})", sentence, object.kind(), object.key());
    }
  }

  @Override
  public void undecided(KubeObject object, String trigger, String sentence) {
    log.debug("{} {}: trigger {}: {}", object.kind(), object.key(), trigger, sentence);
  }

  @Override
  public void delivered(Delivery delivery, int attempt, Duration took) {
    line(log.atInfo(), delivery, attempt)
        .addKeyValue("ms", took.toMillis())
        .log("notification sent");
  }

  @Override
  public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
    line(log.atWarn(), delivery, attempt)
        .addKeyValue("retryIn", wait.toMillis() / 1000.0 + "s")
        .log("notification not sent, will be tried again: {}", reason);
  }

  @Override
  public void dead(Delivery delivery, int attempt, String reason) {
    line(log.atError(), delivery, attempt).log("notification not sent, given up: {}", reason);
  }

  @Override
  public void heldBack(Delivery delivery) {
    line(log.atDebug(), delivery, 0).log("notification held back, was told before");
  }

  private static LoggingEventBuilder line(
      LoggingEventBuilder event, Delivery delivery, int attempt) {
    return event
        .addKeyValue(delivery.snapshot().kind().toLowerCase(Locale.ROOT), delivery.key())
        .addKeyValue("trigger", delivery.trigger())
        .addKeyValue("service", delivery.destination().service())
        .addKeyValue("recipient", delivery.destination().recipient())
        .addKeyValue("attempt", attempt);
  }
}
