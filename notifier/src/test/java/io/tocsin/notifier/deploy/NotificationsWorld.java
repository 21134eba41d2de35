package io.tocsin.notifier.deploy;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What administrators, tenants and Argo CD do in a control plane's namespace.
 *
 * @param url where messages go
 */
record NotificationsWorld(Installation installation, String url) {
  private static final String SUBSCRIBE = "notifications.argoproj.io/subscribe.";

  private String namespace() {
    return installation.namespace();
  }

  /** The namespace of a tenant. */
  String team() {
    return namespace() + "-team";
  }

  void configure(boolean tenants) {
    configuration("");
    secret(namespace(), "one");
    installation.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: repository
          namespace: %s
          labels: {argocd.argoproj.io/secret-type: repository}
        stringData: {url: '%s/git/app', username: ann, password: hush}
        """
            .formatted(namespace(), url),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: %s}
        spec: {}
        """
            .formatted(namespace()));
    if (tenants) {
      installation.apply(
          "{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(team()),
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: argocd-notifications-cm, namespace: %s}
          data:
            service.webhook.own: '{url: %s/tenant/$token}'
            template.own: "webhook: {own: {method: POST, body: '{{.app.metadata.name}}'}}"
            trigger.on-any: '- {when: app.metadata.name != "", send: [own]}'
            trigger.wrong: '- {when: (}'
            subscriptions: '- {recipients: [own], triggers: [on-any]}'
          """
              .formatted(team(), url));
      secret(team(), "tenants");
    }
  }

  void configuration(String more) {
    installation.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: argocd-notifications-cm, namespace: %3$s}
        data:
          service.webhook.hook: '{url: %1$s/hook/$token}'
          service.webhook.refusing: '{url: %1$s/refusing}'
          template.told: |
            webhook:
              hook: {method: POST, body: '{{.app.metadata.name}} {{.app.status.sync.revision}}'}
              refusing: {method: POST, body: '{{.app.metadata.name}}'}
          template.asked: |
            webhook:
              hook: {method: POST, body: '{{(call .repo.GetCommitMetadata "main").Message}}'}
          trigger.on-revision: |
            - when: app.status.sync.revision != ''
              oncePer: app.status.sync.revision
              send: [told]
          trigger.on-asked: "- {when: app.metadata.name == 'asking', send: [asked]}"
          trigger.wrong: '- {when: (}'
        %2$s
        """
            .formatted(url, more.indent(2), namespace()));
  }

  void secret(String where, String token) {
    installation.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: argocd-notifications-secret, namespace: %s}
        stringData: {token: %s}
        """
            .formatted(where, token));
  }

  void application(String where, String name, String... subscriptions) {
    List<String> annotations = new ArrayList<>();
    Arrays.stream(subscriptions).forEach(each -> annotations.add(SUBSCRIBE + each + ": ''"));
    installation.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: %s, annotations: {%s}}
        spec:
          project: default
          source: {repoURL: '%s/git/app', path: .}
          destination: {server: 'https://kubernetes.default.svc', namespace: default}
        status: {sync: {status: Synced, revision: '1'}, reconciledAt: '2026-01-01T00:00:00Z'}
        """
            .formatted(name, where, String.join(", ", annotations), url));
  }

  /** Annotates an object with a subscription. */
  void subscribe(ResourceKind kind, String name, String subscription) {
    patch(kind, name, "{metadata: {annotations: {'%s': ''}}}".formatted(SUBSCRIBE + subscription));
  }

  void revision(String application, String revision) {
    patch(
        ResourceKind.APPLICATION,
        application,
        "{status: {sync: {revision: '%s'}}}".formatted(revision));
  }

  private void patch(ResourceKind kind, String name, String change) {
    installation
        .client()
        .genericKubernetesResources(kind.context())
        .inNamespace(namespace())
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), Yaml.compact(Yaml.parse(change)));
  }

  int told(String application) {
    return NotifiedAnnotation.read(
            installation
                .client()
                .genericKubernetesResources(ResourceKind.APPLICATION.context())
                .inNamespace(namespace())
                .withName(application)
                .get()
                .getMetadata()
                .getAnnotations())
        .size();
  }

  boolean remembered(String text) {
    var map =
        installation
            .client()
            .configMaps()
            .inNamespace(namespace())
            .withName("tocsin-service-state")
            .get();
    return map != null && map.getData().toString().contains(text);
  }

  List<Event> events(String about) {
    return events(namespace(), about);
  }

  List<Event> events(String where, String about) {
    return installation.client().v1().events().inNamespace(where).list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getName().equals(about))
        .toList();
  }
}
