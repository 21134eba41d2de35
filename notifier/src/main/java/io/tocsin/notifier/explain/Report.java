package io.tocsin.notifier.explain;

import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.subscription.Subscribed.Origin;
import io.tocsin.services.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about who is told about one object.
 *
 * @param remarks sentences about the whole, such as that nobody subscribed
 */
public record Report(
    String kind,
    String object,
    List<String> remarks,
    List<Mute> mutes,
    List<Subscription> subscriptions) {
  public Report {
    remarks = List.copyOf(remarks);
    mutes = List.copyOf(mutes);
    subscriptions = List.copyOf(subscriptions);
  }

  /**
   * One subscription that applies.
   *
   * @param scope the tenant's namespace whose configuration it is of, empty for the control plane's
   * @param byDefault whether the subscription names no trigger and this one is a default
   * @param problems why it cannot work
   */
  public record Subscription(
      String scope,
      String trigger,
      Destination destination,
      Origin origin,
      boolean byDefault,
      List<String> problems,
      List<Verdict> conditions) {
    public Subscription {
      problems = List.copyOf(problems);
      conditions = List.copyOf(conditions);
    }
  }

  /** What a condition says now. */
  public enum Value {
    TRUE,
    FALSE,
    /** It failed to evaluate. */
    FAILED
  }

  /**
   * A condition, and what became of it for the destination.
   *
   * @param because the parts that decided, a line each
   * @param oncePer the value of {@code oncePer}
   * @param told when the destination was told of it
   * @param outcome a sentence: what became of it, or will
   * @param letter the message that died, if it did
   */
  public record Verdict(
      String key,
      String description,
      String when,
      Value value,
      List<String> because,
      List<String> templates,
      Optional<String> oncePer,
      Optional<Instant> told,
      String outcome,
      Optional<DeadLetter> letter) {
    public Verdict {
      because = List.copyOf(because);
      templates = List.copyOf(templates);
    }
  }
}
