package io.tocsin.bench.load.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One start of the controller and what happens to it.
 *
 * @param name of the run within its scenario; empty when it is the only one
 * @param applications how many there are
 * @param kinds of how many kinds the objects are that stand in for Applications; 0: none do
 * @param receiversPerApplication how many of the receivers each application is subscribed to
 * @param idle how long nothing happens between the controller's being ready and the first turn
 * @param warmUp how many turns come before the measured ones, at the same rate; what is told of
 *     them is waited for and not counted
 * @param killAfter the share of messages after which the controller is killed and started again; 0
 *     for never
 * @param page how many applications a page of the measured list holds
 * @param quiet how long no message may arrive before the rest is taken for missing
 * @param linger how long is waited for duplicates after the last message
 */
public record RunPlan(
    String name,
    int applications,
    int kinds,
    Triggers triggers,
    Subscriptions subscriptions,
    int receiversPerApplication,
    List<ReceiverGroup> receivers,
    Flips flips,
    Duration idle,
    int warmUp,
    double killAfter,
    Set<Measure> measure,
    int page,
    Duration quiet,
    Duration linger) {
  public RunPlan {
    receivers = List.copyOf(receivers);
    measure = Set.copyOf(measure);
    if (applications < 1 || page < 1) {
      throw new IllegalArgumentException("applications and page must be 1 or more");
    }
    if (warmUp < 0 || kinds < 0) {
      throw new IllegalArgumentException("warmUp and kinds must not be negative");
    }
    if (killAfter < 0 || killAfter >= 1) {
      throw new IllegalArgumentException("killAfter must be 0 or more and below 1");
    }
    int all = receivers.stream().mapToInt(ReceiverGroup::count).sum();
    if (receiversPerApplication < 1 || receiversPerApplication > all) {
      throw new IllegalArgumentException(
          "receiversPerApplication must be 1 to the %d receivers, not %d"
              .formatted(all, receiversPerApplication));
    }
  }

  /** The behaviour of each receiver, in order. */
  public List<ReceiverGroup> behaviours() {
    List<ReceiverGroup> all = new ArrayList<>();
    for (ReceiverGroup group : receivers) {
      for (int i = 0; i < group.count(); i++) {
        all.add(group);
      }
    }
    return all;
  }
}
