package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.scenario.RunPlan;
import io.tocsin.bench.load.scenario.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who is told of which application: neighbouring receivers, beginning with another for each. */
public final class Audience {
  static final String GROUP = "load.tocsin.io/group";
  private static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.";

  private final RunPlan plan;
  private final List<String> receivers;

  /**
   * @param receivers the names of all, in order
   */
  public Audience(RunPlan plan, List<String> receivers) {
    this.plan = plan;
    this.receivers = List.copyOf(receivers);
  }

  /** The triggers that hold when an application turns. */
  public List<String> firing() {
    return IntStream.range(0, plan.triggers().firing()).mapToObj(i -> "fires-" + i).toList();
  }

  /** The triggers that never hold. */
  List<String> quiet() {
    return IntStream.range(0, plan.triggers().quiet()).mapToObj(i -> "quiet-" + i).toList();
  }

  List<String> receivers() {
    return receivers;
  }

  /** As many as there are receivers, of which each application belongs to one. */
  private int group(int application) {
    return application % receivers.size();
  }

  /** The receivers that an application is subscribed to. */
  public List<String> of(int application) {
    return ofGroup(group(application));
  }

  List<String> ofGroup(int group) {
    return IntStream.range(group, group + plan.receiversPerApplication())
        .mapToObj(i -> receivers.get(i % receivers.size()))
        .toList();
  }

  boolean isGlobal() {
    return plan.subscriptions() == Subscriptions.GLOBAL;
  }

  Map<String, String> labels(int application) {
    return Map.of(GROUP, Integer.toString(group(application)));
  }

  Map<String, String> annotations(int application) {
    Map<String, String> annotations = new LinkedHashMap<>();
    if (!isGlobal()) {
      for (String receiver : of(application)) {
        firing().forEach(trigger -> annotations.put(SUBSCRIBE + trigger + "." + receiver, ""));
        quiet().forEach(trigger -> annotations.put(SUBSCRIBE + trigger + "." + receiver, ""));
      }
    }
    return annotations;
  }
}
