package io.tocsin.notifier.migrate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Differences that Applications, AppProjects and the original's Deployment show. */
record ObjectChecks(Live live) {
  private static final int MOST_ENTRIES_THERE = 100;
  private static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.";
  private static final Pattern SUBSCRIPTION =
      Pattern.compile(
          "notifications[.]argoproj[.]io/subscri.*|.*recipients[.]argocd-notifications.*");

  void look(Found found) {
    live.applications().forEach(app -> state(app, found.in(Live.title(app))));
    live.projects().forEach(project -> project(project, found.in(Live.title(project))));
    for (String kind : List.of("Application", "AppProject")) {
      live.kind(kind).forEach(object -> chats(object, found.in(Live.title(object))));
    }
    live.kind("Deployment").forEach(deployment -> running(deployment, found));
  }

  private static void state(KubeObject app, Found found) {
    Map<String, Long> entries = NotifiedAnnotation.read(app.annotations());
    if (entries.size() >= MOST_ENTRIES_THERE) {
      found.warning(
          NotifiedAnnotation.NAME,
          "has %d entries; from 100 on entries were thrown away and their messages sent again; here"
                  .formatted(entries.size())
              + " all are kept",
          "expect what was thrown away last to be told once more");
    }
    if (entries.keySet().stream()
        .anyMatch(key -> key.startsWith("<nil>:") || key.startsWith(":"))) {
      found.note(
          NotifiedAnnotation.NAME,
          "has entries without a value of oncePer; they count as told for the first value seen"
              + " here",
          "nothing");
    }
  }

  private void project(KubeObject project, Found found) {
    List<String> keys =
        project.annotations().keySet().stream()
            .filter(name -> SUBSCRIPTION.matcher(name).matches())
            .sorted()
            .toList();
    List<KubeObject> elsewhere =
        live.applications().stream()
            .filter(live::isTenant)
            .filter(app -> app.text("spec", "project").orElse("default").equals(project.name()))
            .toList();
    if (!elsewhere.isEmpty() && !live.isTenant(project)) {
      keys.forEach(
          key ->
              found.warning(
                  key,
                  "did not count for Applications of other namespaces (%s); here it does"
                      .formatted(elsewhere.getFirst().key()),
                  "expect messages about them, or take the annotation away"));
    }
  }

  /** Numbers and names of chats in annotations. */
  private void chats(KubeObject object, Found found) {
    object
        .annotations()
        .forEach(
            (name, value) -> {
              if (name.startsWith(SUBSCRIBE)) {
                String service = name.substring(name.lastIndexOf('.') + 1);
                String type =
                    live.configurations().stream()
                        .map(settings -> settings.type(service))
                        .filter(known -> !known.isEmpty())
                        .findFirst()
                        .orElse(service);
                for (String recipient : value.split(";")) {
                  SubscriptionChecks.telegram(type, recipient.strip(), name, found);
                }
              }
            });
  }

  private static void running(KubeObject deployment, Found found) {
    Object replicas = deployment.at("spec", "replicas");
    if (deployment.name().equals(Live.DEPLOYMENT) && !Long.valueOf(0).equals(replicas)) {
      found
          .in(Live.title(deployment))
          .warning(
              "spec.replicas",
              "Argo CD Notifications runs: beside Tocsin every message comes twice",
              "kubectl -n %s scale deployment %s --replicas 0, before Tocsin starts"
                  .formatted(deployment.namespace(), deployment.name()));
    }
  }
}
