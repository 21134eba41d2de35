package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.embedded.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerProbeTest {
  private final EmbeddedKubernetes server = EmbeddedKubernetes.start();
  private final Heard heard = new Heard();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFrozenServerIsSaidToBeSilentAndWatchesBeginAnewAfterwards() {
    try (KubernetesClient client = Clients.at(server.uri());
        ServerProbe probe = new ServerProbe(client, Clients.QUICK);
        ObjectInformer informer = new ObjectInformer(client, Clients.configMaps(), probe, heard)) {
      informer.start();
      await().until(informer::watching);
      assertThat(probe.failure()).isEmpty();
      assertThat(probe.silence()).isZero();

      server.freeze();
      await().until(() -> !probe.failure().isEmpty());
      assertThat(probe.failure()).startsWith("the API server has not answered for ");
      assertThat(probe.silence()).isGreaterThan(Clients.QUICK.patience());
      server.store().put(Clients.configMap("a", "1"));
      server.unfreeze();

      await().until(() -> heard.lines().equals(List.of("present a=1")));
      await().until(() -> probe.failure().isEmpty() && informer.restarts() == 1);
      assertThat(server.requests().of("list", "configmaps")).isEqualTo(1);
    }
  }

  @Test
  void aWatchThatShowedBookmarksEndsWhenItShowsNoMore() throws IOException {
    Options often = Options.defaults().withBookmarkInterval(Duration.ofMillis(100));
    WatchLimits limits =
        new WatchLimits(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofMinutes(1));
    try (EmbeddedKubernetes talkative = EmbeddedKubernetes.start(often);
        DeafProxy proxy = new DeafProxy(talkative.uri());
        KubernetesClient client = Clients.at(proxy.uri());
        ServerProbe probe = new ServerProbe(client, Clients.QUICK);
        ObjectInformer informer =
            new ObjectInformer(
                new ApiConnection(client),
                Clients.configMaps(),
                probe,
                limits,
                object -> "",
                heard)) {
      informer.start();
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> informer.watching() && informer.restarts() == 0);

      proxy.cutUnnoticed();
      talkative.store().put(Clients.configMap("a", "1"));

      await().until(() -> heard.lines().contains("present a=1"));
      assertThat(informer.restarts()).isEqualTo(1);
    }
  }

  @Test
  void aWatchWhoseConnectionDiedUnnoticedEndsWhenTheServerShouldHaveEndedIt() throws IOException {
    WatchLimits limits =
        new WatchLimits(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ZERO);
    try (DeafProxy proxy = new DeafProxy(server.uri());
        KubernetesClient client = Clients.at(proxy.uri());
        ServerProbe probe = new ServerProbe(client, Clients.QUICK);
        ObjectInformer informer =
            new ObjectInformer(
                new ApiConnection(client),
                Clients.configMaps(),
                probe,
                limits,
                object -> "",
                heard)) {
      informer.start();
      await().until(informer::watching);

      proxy.cutUnnoticed();
      server.store().put(Clients.configMap("a", "1"));

      await().until(() -> heard.lines().contains("present a=1"));
      assertThat(probe.failure()).isEmpty();
      assertThat(informer.restarts()).isEqualTo(1);
    }
  }
}
