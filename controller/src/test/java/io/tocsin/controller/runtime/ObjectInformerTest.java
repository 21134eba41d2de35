package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectInformerTest {
  private final EmbeddedKubernetes server = EmbeddedKubernetes.start();
  private final KubernetesClient client = Clients.at(server.uri());
  private final ServerProbe probe = new ServerProbe(client, Clients.QUICK);
  private final Heard heard = new Heard();
  private final ObjectInformer informer =
      new ObjectInformer(
          client,
          Clients.configMaps(),
          probe,
          object -> object.text("data", "key").orElse(""),
          heard);

  @AfterEach
  void stop() {
    informer.close();
    probe.close();
    client.close();
    server.close();
  }

  @Test
  void whatIsThereIsToldBeforeItIsSynced() {
    IntStream.range(0, 1_100).forEach(i -> put("cm" + i, "1"));

    informer.start();
    await().until(informer::synced);

    assertThat(heard.lines()).hasSize(1_100).doesNotHaveDuplicates();
    assertThat(informer.list()).hasSize(1_100);
    assertThat(server.requests().of("list", "configmaps"))
        .as("20 objects, then 500 on a page")
        .isEqualTo(4);
  }

  @Test
  void pagesOfLargeObjectsHaveFewer() {
    String large = "x".repeat(100_000);
    IntStream.range(0, 100).forEach(i -> put("cm" + i, large));

    informer.start();
    await().until(informer::synced);

    assertThat(informer.list()).hasSize(100);
    assertThat(server.requests().of("list", "configmaps"))
        .as("some 40 objects of 100 kB in 4 MB")
        .isEqualTo(3);
  }

  @Test
  void everyChangeIsToldInOrder() {
    start();
    put("a", "1");
    put("a", "2");
    put("b", "1");
    server.store().delete("v1", "ConfigMap", Clients.NAMESPACE, "a");

    await().until(() -> heard.lines().size() == 4);

    assertThat(heard.lines())
        .containsExactly("present a=1", "present a=2", "present b=1", "gone a=2");
    assertThat(informer.get(new ObjectKey(Clients.NAMESPACE, "a"))).isEmpty();
    assertThat(informer.get(new ObjectKey(Clients.NAMESPACE, "b")))
        .hasValueSatisfying(b -> assertThat(b.kind()).isEqualTo("ConfigMap"));
  }

  @Test
  void nothingIsAskedForWhileNothingChanges() {
    put("a", "1");
    start();
    server.requests().reset();

    put("a", "2");
    await().until(() -> heard.lines().contains("present a=2"));
    await().during(Duration.ofSeconds(1)).until(informer::watching);

    assertThat(server.requests().all()).isEmpty();
  }

  @Test
  void objectsAreFoundByTheirGroupWithoutUnpackingOthers() {
    put("a", "red");
    put("b", "blue");
    put("c", "red");
    start();

    assertThat(informer.inGroup("red").map(found -> found.key().name()))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aBrokenWatchGoesOnWhereItWas() {
    put("a", "1");
    start();
    long lists = server.requests().of("list", "configmaps");

    server.freeze();
    server.dropWatches();
    put("a", "2");
    put("a", "3");
    server.unfreeze();

    await().until(() -> heard.lines().contains("present a=3"));
    assertThat(heard.lines()).containsExactly("present a=1", "present a=2", "present a=3");
    assertThat(server.requests().of("list", "configmaps")).isEqualTo(lists);
    assertThat(informer.restarts()).isPositive();
  }

  @Test
  void aWatchThatIsEndedAgainAndAgainAmongChangesIsBegunAtOnce() {
    start();
    for (int i = 0; i < 12; i++) {
      String line = "present a=" + i;
      put("a", String.valueOf(i));
      await().atMost(Duration.ofSeconds(2)).until(() -> heard.lines().contains(line));
      server.dropWatches();
    }
  }

  @Test
  void whatWasDeletedBeforeAForgottenVersionIsGone() {
    put("stays", "1");
    put("goes", "1");
    start();

    server.freeze();
    server.dropWatches();
    server.store().delete("v1", "ConfigMap", Clients.NAMESPACE, "goes");
    put("comes", "1");
    server.store().compact();
    server.unfreeze();

    await().until(() -> heard.lines().contains("gone goes=1"));
    await().until(informer::watching);
    assertThat(heard.lines())
        .containsExactly("present goes=1", "present stays=1", "present comes=1", "gone goes=1");
  }

  @Test
  void anObjectMadeAnewUnderTheSameNameWasGoneInBetween() {
    put("a", "1");
    start();

    server.freeze();
    server.dropWatches();
    server.store().delete("v1", "ConfigMap", Clients.NAMESPACE, "a");
    put("a", "2");
    server.store().compact();
    server.unfreeze();

    await().until(() -> heard.lines().contains("present a=2"));
    assertThat(heard.lines()).containsExactly("present a=1", "gone a=1", "present a=2");
  }

  @Test
  void aRefusalIsSaidInASentenceUntilItWorks() {
    server.refuse("list", "configmaps", 403, 2);

    informer.start();

    await().until(() -> !informer.failure().isEmpty());
    assertThat(informer.failure())
        .isEqualTo("listing and watching configmaps is forbidden to this user");
    await().until(informer::watching);
    assertThat(informer.failure()).isEmpty();
  }

  @Test
  void aRefusalNamesTheObjectThatIsWatchedAlone() {
    server.refuse("list", "configmaps", 403, 1_000);
    Scope one = Scope.one(ResourceKind.CONFIG_MAP, new ObjectKey(Clients.NAMESPACE, "settings"));

    try (ObjectInformer alone = new ObjectInformer(client, one, probe, heard)) {
      alone.start();
      await().until(() -> !alone.failure().isEmpty());
      assertThat(alone.failure())
          .isEqualTo("listing and watching configmaps settings is forbidden to this user");
    }
  }

  @Test
  void aHandlerThatThrowsHearsOfTheNextChange() {
    Heard others = new Heard();
    ObjectHandler fragile =
        new ObjectHandler() {
          @Override
          public void present(KubeObject object) {
            if (object.name().equals("bad")) {
              throw new IllegalStateException("cannot take it");
            }
            others.present(object);
          }

          @Override
          public void gone(KubeObject last) {
            others.gone(last);
          }
        };
    put("bad", "1");
    put("good", "1");
    try (ObjectInformer second = new ObjectInformer(client, Clients.configMaps(), probe, fragile)) {
      second.start();
      await().until(() -> others.lines().contains("present good=1"));
    }
  }

  private void start() {
    informer.start();
    await().until(informer::watching);
  }

  private void put(String name, String value) {
    server.store().put(Clients.configMap(name, value));
  }
}
