package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.runtime.EmbeddedApi;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.RealApi;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.Propagation;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A control plane in one cluster and the objects in another, by TLS and a token. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class RemoteClusterTest extends InScene {
  @RegisterExtension static final EmbeddedApi API = new EmbeddedApi();
  @RegisterExtension static final RealApi REMOTE = new RealApi();
  private static final ObjectKey ONE = new ObjectKey("team", "one");

  private KubernetesClient client;
  private KubernetesCluster remote;

  @Override
  String kubeconfig() {
    return API.kubeconfig();
  }

  @BeforeEach
  void clear() throws Exception {
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(REMOTE.kubeconfig()))
            .build();
    new Remains(client).clear();
    remote = new KubernetesCluster(client);
    client.namespaces().resource(namespace()).serverSideApply();
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {selfHeal: true}}");
    scene.patch("shop", "{\"spec\":{\"destination\":{\"server\":null,\"name\":\"far\"}}}");
  }

  private static Namespace namespace() {
    return new NamespaceBuilder().withNewMetadata().withName("team").endMetadata().build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private void register(String token) throws IOException {
    String config =
        "{\"bearerToken\":\"%s\",\"tlsClientConfig\":{\"caData\":\"%s\"}}"
            .formatted(token, base64(Files.readAllBytes(REMOTE.server().certificate())));
    scene.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: far
          namespace: argocd
          labels: {argocd.argoproj.io/secret-type: cluster}
        data: {server: %s, name: %s, config: %s}
        """
            .formatted(base64(REMOTE.server().uri().toString()), base64("far"), base64(config)));
  }

  private Optional<KubeObject> there() {
    return remote.get(ResourceKind.CONFIG_MAP, ONE);
  }

  @Test
  void objectsAreDeployedAndHealedThere() throws Exception {
    register(REMOTE.server().token());
    scene.start();
    scene.await("shop", "Synced", "Healthy");
    assertThat(there()).isPresent();
    assertThat(scene.configMap("one")).isEmpty();

    remote.delete(ResourceKind.CONFIG_MAP, ONE, Propagation.BACKGROUND);
    scene.eventually(() -> assertThat(there()).isPresent());
  }

  @Test
  void aTokenThatIsRefusedIsSaidAndANewOneIsUsedAtOnce() throws Exception {
    register("wrong");
    scene.start();
    assertThat(Scene.condition(scene.awaitCondition("shop", "ComparisonError"), "ComparisonError"))
        .hasValueSatisfying(message -> assertThat(message).contains("Unauthorized"));

    register(REMOTE.server().token());
    scene.await("shop", "Synced", "Healthy");
    assertThat(there()).isPresent();
  }
}
