package io.tocsin.notifier.state;

import io.tocsin.services.Destination;
import java.util.Optional;

/**
 * The names under which the state knows one condition of one trigger.
 *
 * @param scope the tenant's namespace whose configuration has the trigger, empty for the control
 *     plane's
 * @param condition {@code [index].hash}
 */
public record ConditionKeys(String scope, String trigger, String condition) {
  private static final String LASTING = "~for:";
  private static final String DELAYED = "~delay:";
  private static final String THROTTLED = "~throttle:";
  private static final String OPEN = "~open:";

  /** The same condition under the key that it had before. */
  public ConditionKeys at(String formerCondition) {
    return new ConditionKeys(scope, trigger, formerCondition);
  }

  /**
   * Under which Argo CD Notifications records that a destination was told: {@code
   * [<oncePer>:][<namespace>:]<trigger>:[<index>].<hash>:<service>:<recipient>}. What is told once
   * per value stays told, the rest until the condition is no longer true.
   */
  public String told(Destination destination, Optional<String> oncePer) {
    String key = told(destination);
    return oncePer.filter(value -> !value.isEmpty()).map(v -> v + ":" + key).orElse(key);
  }

  /** The same without its first part. */
  public String told(Destination destination) {
    return name() + ":" + destination.service() + ":" + destination.recipient();
  }

  /** Since when the condition is true, where it must be so for some time. */
  public String lasting() {
    return LASTING + name();
  }

  /** Since when it is waited for, where the condition has to be true after some time. */
  public String delayed() {
    return DELAYED + name();
  }

  /** When a destination was told last, where it is to be left in peace for some time after. */
  public String throttled(Destination destination) {
    return THROTTLED + told(destination);
  }

  /** That a destination that was told waits to hear that it is over. */
  public String open(Destination destination) {
    return OPEN + told(destination);
  }

  private String name() {
    String name = trigger + ":" + condition;
    return scope.isEmpty() ? name : scope + ":" + name;
  }
}
