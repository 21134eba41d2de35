package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.map;
import static io.tocsin.controller.health.rules.Fields.maps;
import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HookAnnotations;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods, judged as gitops-engine does: those that end are progressing while they run. */
final class Pods {
  private static final String IGNORE_RESTART_POLICY = "argocd.argoproj.io/ignore-restart-policy";

  private Pods() {}

  static Health judge(KubeObject live) {
    boolean lasting = isLasting(live);
    if (lasting) {
      List<Map<?, ?>> failing =
          maps(live, "status", "containerStatuses").stream()
              .map(status -> map(map(status.get("state")).get("waiting")))
              .filter(waiting -> isFailure(text(waiting, "reason")))
              .<Map<?, ?>>map(waiting -> waiting)
              .toList();
      if (!failing.isEmpty()) {
        return Health.degraded(
            failing.stream()
                .map(waiting -> text(waiting, "message"))
                .collect(Collectors.joining(", ")));
      }
    }
    String message = text(live, "status", "message");
    return switch (text(live, "status", "phase")) {
      case "Pending" -> Health.progressing(message);
      case "Succeeded" -> Health.healthy(message);
      case "Failed" -> Health.degraded(message.isEmpty() ? failureOf(live) : message);
      case "Running" -> running(live, lasting, message);
      default -> Health.unknown(message);
    };
  }

  private static boolean isLasting(KubeObject live) {
    return text(live, "spec", "restartPolicy").equals("Always")
        || ("true".equals(live.annotations().get(IGNORE_RESTART_POLICY))
            && !HookAnnotations.isHook(live));
  }

  private static boolean isFailure(String reason) {
    return reason.startsWith("Err") || reason.endsWith("Error") || reason.endsWith("BackOff");
  }

  private static Health running(KubeObject live, boolean lasting, String message) {
    if (!lasting) {
      return switch (text(live, "spec", "restartPolicy")) {
        case "OnFailure", "Never" -> Health.progressing(message);
        default -> Health.unknown(message);
      };
    }
    if (isReady(live)) {
      return Health.healthy(message);
    }
    boolean restarted =
        maps(live, "status", "containerStatuses").stream()
            .anyMatch(status -> map(status.get("lastState")).get("terminated") != null);
    return restarted ? Health.degraded(message) : Health.progressing(message);
  }

  private static boolean isReady(KubeObject live) {
    return Fields.conditions(live).stream()
        .filter(condition -> condition.type().equals("Ready"))
        .findFirst()
        .filter(condition -> condition.status().equals("True"))
        .isPresent();
  }

  private static String failureOf(KubeObject live) {
    return Stream.concat(
            maps(live, "status", "initContainerStatuses").stream(),
            maps(live, "status", "containerStatuses").stream())
        .map(Pods::failureOf)
        .filter(failure -> !failure.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String failureOf(Map<?, ?> container) {
    Map<?, ?> terminated = map(map(container.get("state")).get("terminated"));
    String message = text(terminated, "message");
    if (!message.isEmpty()) {
      return message;
    }
    if (text(terminated, "reason").equals("OOMKilled")) {
      return "OOMKilled";
    }
    return terminated.get("exitCode") instanceof Long code && code != 0
        ? "container \"%s\" failed with exit code %d".formatted(text(container, "name"), code)
        : "";
  }
}
