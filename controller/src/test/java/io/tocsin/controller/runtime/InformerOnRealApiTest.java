package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.embedded.real.RealKubernetes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class InformerOnRealApiTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static RealKubernetes api;
  private static ServerProcess process;
  private static KubernetesClient direct;

  private final Heard heard = new Heard();
  private DeafProxy proxy;
  private KubernetesClient client;
  private ServerProbe probe;
  private ObjectInformer informer;

  @BeforeAll
  static void startServer() {
    api = RealKubernetes.start(RealKubernetes.assets().orElseThrow());
    process = new ServerProcess();
    direct = Clients.of(api.kubeconfig());
  }

  @AfterAll
  static void stopServer() {
    direct.close();
    process.close();
    api.close();
  }

  @BeforeEach
  void watch() throws IOException {
    put("stays", "1");
    put("goes", "1");
    proxy = new DeafProxy(api.uri());
    client = Clients.of(api.kubeconfig(), proxy.uri());
    probe = new ServerProbe(client, Clients.QUICK);
    informer = new ObjectInformer(client, Clients.configMaps(), probe, heard);
    informer.start();
    await().atMost(LIMIT).until(informer::watching);
    assertThat(heard.lines()).contains("present stays=1", "present goes=1");
  }

  @AfterEach
  void stop() throws IOException {
    informer.close();
    client.close();
    proxy.close();
  }

  @Test
  void aServerThatIsKilledAndComesBackLosesNothing() throws IOException {
    process.kill();
    await().until(() -> !informer.failure().isEmpty() && !probe.failure().isEmpty());
    assertThat(informer.watching()).isFalse();

    restart();
    put("stays", "2");

    await().atMost(LIMIT).until(() -> heard.lines().contains("present stays=2"));
    await().until(() -> informer.watching() && probe.failure().isEmpty());
    assertThat(heard.lines().stream().filter("present goes=1"::equals)).hasSize(1);
  }

  @Test
  void aServerThatIsFrozenIsSaidToBeSilentAndHeardAgainAfterwards() throws Exception {
    process.freeze();
    await().until(() -> !probe.failure().isEmpty());
    assertThat(probe.failure()).startsWith("the API server has not answered for ");

    process.unfreeze();
    await().atMost(LIMIT).until(() -> probe.failure().isEmpty() && informer.restarts() > 0);
    put("stays", "3");

    await().atMost(LIMIT).until(() -> heard.lines().contains("present stays=3"));
  }

  @Test
  void whatWasDeletedBeforeACompactionIsGone() throws IOException {
    proxy.refuse();
    direct.configMaps().inNamespace(Clients.NAMESPACE).withName("goes").delete();
    put("stays", "4");
    process.kill();
    restart();
    api.compact();
    proxy.accept();

    await().atMost(LIMIT).until(() -> heard.lines().contains("gone goes=1"));
    assertThat(heard.lines()).contains("present stays=4");
    await().until(informer::watching);
  }

  @Test
  void aQuietWatchEndsAndBeginsAgainByAgreementWithoutAnyLoss() throws IOException {
    WatchLimits brief =
        new WatchLimits(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(5));
    Heard second = new Heard();
    try (ObjectInformer other =
        new ObjectInformer(
            new ApiConnection(client), Clients.configMaps(), probe, brief, o -> "", second)) {
      other.start();
      await().atMost(LIMIT).until(other::watching);
      int before = second.lines().size();
      AtomicInteger changes = new AtomicInteger();
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                put("stays", "x" + changes.incrementAndGet());
                return changes.get() == 40;
              });
      await().atMost(LIMIT).until(() -> second.lines().contains("present stays=x40"));
      assertThat(second.lines()).hasSize(before + 40);
      assertThat(other.restarts()).isZero();
    }
  }

  private static void restart() throws IOException {
    process.startAgain();
    await().atMost(LIMIT).ignoreExceptions().until(InformerOnRealApiTest::answers);
  }

  private static boolean answers() {
    return direct.configMaps().inNamespace(Clients.NAMESPACE).withName("stays").get() != null;
  }

  private static void put(String name, String value) {
    var map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(Clients.NAMESPACE)
            .withName(name)
            .endMetadata()
            .addToData("key", value)
            .build();
    await()
        .atMost(LIMIT)
        .ignoreException(KubernetesClientException.class)
        .until(() -> direct.resource(map).createOr(existing -> existing.patch()) != null);
  }
}
