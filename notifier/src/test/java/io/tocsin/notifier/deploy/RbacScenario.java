package io.tocsin.notifier.deploy;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code tocsin rbac} prints, applied to a real API server. */
record RbacScenario(KubernetesClient client, Path folder) {
  private static final String NAMESPACE = "notifying";
  private static final String ACCOUNT =
      "system:serviceaccount:" + NAMESPACE + ":" + NotificationsScenario.CONTROLLER;
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete");
  private static final List<String> RESOURCES =
      List.of("jobs.batch", "nodes.", "events.", "pods.", "secrets.");

  /** Prints the permissions for a configuration and applies them. */
  void permit(String configMap) throws IOException {
    Path file = Files.writeString(folder.resolve("watching.yaml"), configMap);
    Run run = Run.of("rbac", "--config-map=" + file, "-n", NAMESPACE);
    for (Object manifest : Yaml.documents(run.out())) {
      client.resource(Yaml.compact(manifest)).serverSideApply();
    }
  }

  /** All that the controller may do with some kinds in a namespace. */
  Set<String> permitted(String namespace) {
    Set<String> permitted = new TreeSet<>();
    for (String resource : RESOURCES) {
      for (String verb : VERBS) {
        if (isPermitted(namespace, resource, verb)) {
          permitted.add(verb + " " + resource);
        }
      }
    }
    return permitted;
  }

  private boolean isPermitted(String namespace, String resource, String verb) {
    int dot = resource.indexOf('.');
    return client
        .authorization()
        .v1()
        .subjectAccessReview()
        .create(
            new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(ACCOUNT)
                .withNewResourceAttributes()
                .withNamespace(resource.startsWith("nodes") ? "" : namespace)
                .withGroup(resource.substring(dot + 1))
                .withResource(resource.substring(0, dot))
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build())
        .getStatus()
        .getAllowed();
  }
}
