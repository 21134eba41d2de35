package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clusters by Argo CD's cluster Secrets. */
class ClustersTest extends InScene {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final EmbeddedKubernetes other = EmbeddedKubernetes.start();

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    other.close();
    api.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void register(String config) {
    scene.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: east
          namespace: argocd
          labels: {argocd.argoproj.io/secret-type: cluster}
        data: {server: %s, name: %s, config: %s}
        """
            .formatted(base64(other.uri().toString()), base64("east"), base64(config)));
  }

  private void toTheEast() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {selfHeal: true}}");
    scene.patch("shop", "{\"spec\":{\"destination\":{\"server\":null,\"name\":\"east\"}}}");
  }

  @Test
  void anApplicationGoesToTheClusterThatItNamesAndIsWatchedThere() throws Exception {
    register("{\"tlsClientConfig\":{\"insecure\":false}}");
    other
        .store()
        .put(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "team")));
    toTheEast();
    scene.start();
    scene.await("shop", "Synced", "Healthy");

    assertThat(scene.configMap("one")).isEmpty();
    assertThat(other.store().get("v1", "ConfigMap", "team", "one")).isPresent();

    other.store().delete("v1", "ConfigMap", "team", "one");
    scene.eventually(
        () -> assertThat(other.store().get("v1", "ConfigMap", "team", "one")).isPresent());
  }

  @Test
  void aClusterThatDoesNotAnswerIsSaidWhileOthersGoOn() throws Exception {
    register("{}");
    other.close();
    toTheEast();
    scene.application("near", "syncPolicy: {automated: {}}");
    scene.start();

    scene.await("near", "Synced", "Healthy");
    assertThat(Scene.condition(scene.awaitCondition("shop", "ComparisonError"), "ComparisonError"))
        .hasValueSatisfying(message -> assertThat(message).contains(other.uri().toString()));
  }

  @Test
  void aWayToLogInThatIsNotSupportedIsSaid() throws Exception {
    register("{\"awsAuthConfig\":{\"clusterName\":\"east\"}}");
    toTheEast();
    scene.start();

    assertThat(
            Scene.condition(scene.awaitCondition("shop", "InvalidSpecError"), "InvalidSpecError"))
        .contains(
            "cluster Secret east: awsAuthConfig is not supported, use a bearerToken or a client"
                + " certificate");
  }

  @Test
  void aClusterThatIsRegisteredLaterIsUsedAtOnce() throws Exception {
    toTheEast();
    scene.start();
    scene.awaitCondition("shop", "InvalidSpecError");

    other
        .store()
        .put(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "team")));
    register("{}");

    scene.await("shop", "Synced", "Healthy");
  }
}
