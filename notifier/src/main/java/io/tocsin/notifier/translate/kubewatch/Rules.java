package io.tocsin.notifier.translate.kubewatch;

import java.util.Set;

/** Which changes of an object are told, as a condition. */
final class Rules {
  private static final String CONTAINERS =
      "concat(obj.status?.initContainerStatuses ?? [], obj.status?.containerStatuses ?? [])";

  private final Namespaces namespaces;
  private final boolean advanced;

  Rules(Namespaces namespaces, boolean advanced) {
    this.namespaces = namespaces;
    this.advanced = advanced;
  }

  /**
   * What makes a trigger.
   *
   * @param spoken what its messages call the kind; empty for what the object says of itself
   */
  record Group(String condition, String spoken) {}

  /** The trigger of what is watched. */
  Group group(Watched watched) {
    return new Group(condition(watched), watched.spoken());
  }

  /** The trigger of what is told of without more ado. */
  Group ordinary() {
    return new Group(changes(Change.ALL), "");
  }

  /**
   * The condition of the events that the versions until 2021 told of without being asked.
   *
   * @param pods whether those of pods are among them
   */
  String alerts(boolean pods) {
    String crashed =
        pods
            ? "\n  or obj.involvedObject.kind == 'Pod' and obj.type == 'Warning' and obj.reason =="
                + " 'BackOff'"
            : "";
    return changes(Change.ALL)
        + """

          and (obj.involvedObject.kind == 'Node'
              and (obj.type == 'Normal' and obj.reason in ['NodeReady', 'NodeNotReady']
                or obj.type == 'Warning' and obj.reason == 'Rebooted')\
          """
        + crashed
        + ")";
  }

  private String condition(Watched watched) {
    if (!advanced || !watched.spoken().isEmpty()) {
      return changes(watched.changes());
    }
    return switch (watched.name()) {
      case Kind.EVENT, Kind.CORE_EVENT -> ofEvents(watched.changes());
      case Kind.JOB -> changes(watched.changes()) + updates(watched, job());
      case Kind.POD -> changes(watched.changes()) + updates(watched, pod());
      default -> changes(watched.changes());
    };
  }

  private String changes(Set<Change> changes) {
    return Change.condition(changes) + namespaces.condition();
  }

  private String ofEvents(Set<Change> changes) {
    return (changes.contains(Change.CREATED) ? changes(Set.of(Change.CREATED)) : "false")
        + "\nand (obj.type == 'Warning' or obj.reason == 'Evicted')";
  }

  private static String updates(Watched watched, String telling) {
    return watched.changes().contains(Change.UPDATED)
        ? "\nand (event != 'updated' or old == nil or changed('spec')\n  or " + telling + ")"
        : "";
  }

  private static String job() {
    return "any(obj.status?.conditions ?? [], .type == 'Failed' and .status == 'True')";
  }

  private static String pod() {
    return """
        any(%s,
            (.restartCount ?? 0) > 0
            or .state?.waiting?.reason == 'ImagePullBackOff'
            or .state?.terminated?.reason == 'OOMKilled'
            or .lastState?.terminated?.reason == 'OOMKilled')
          or obj.status?.phase == 'Failed' and obj.status?.reason == 'Evicted'
          or (obj.status?.message ?? '') contains 'evicted'\
        """
        .formatted(CONTAINERS);
  }
}
