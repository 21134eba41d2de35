package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.KubeObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an Application makes work when it changes; the rest is status, which is written here, or
 * somebody else's.
 */
record Interest(
    Object spec,
    Object operation,
    Map<String, String> annotations,
    List<?> finalizers,
    Object deletion,
    boolean terminating) {
  private static final String NOTIFIED = "notified.notifications.argoproj.io";
  static final String REFRESH = "argocd.argoproj.io/refresh";

  static Interest of(KubeObject application) {
    Map<String, String> annotations = new LinkedHashMap<>(application.annotations());
    annotations.remove(NOTIFIED);
    return new Interest(
        application.at("spec"),
        application.at("operation"),
        annotations,
        application.list("metadata", "finalizers"),
        application.at("metadata", "deletionTimestamp"),
        "Terminating".equals(application.at("status", "operationState", "phase")));
  }
}
