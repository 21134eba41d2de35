package io.tocsin.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadCommandTest {
  private static final String SCENARIO =
      """
      description: Some applications turn, and the controller may be killed meanwhile.
      applications: 12
      receiversPerApplication: 2
      receivers:
        - {count: 3, latency: 5ms}
      measure: [alone, list, heap]
      warmUp: 3
      linger: 100ms
      bounds:
        missing: {atMost: 0}
        duplicated: {atMost: 0}
        timesApiServerAlone: {atLeast: 0}
        readyTimesList: {atLeast: 0}
        heapMib: {atLeast: 1}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();

  private int load(EmbeddedKubernetes kubernetes, String scenario, Path report) throws IOException {
    Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubernetes.kubeconfig());
    return LoadCommand.run(
        new PrintWriter(out, true),
        Files.writeString(folder.resolve("some.yaml"), scenario).toString(),
        "--kubeconfig=" + kubeconfig,
        "--pattern=scenarios/pattern/application.json",
        "--crds=../deploy/crds",
        "--report=" + report,
        "--check",
        "--",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        TinyController.class.getName(),
        "{kubeconfig}",
        "{namespace}",
        "{port}");
  }

  @Test
  void measuresAnyControllerFromOutside() throws IOException {
    Path report = folder.resolve("report.html");
    try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
      assertThat(load(kubernetes, SCENARIO, report)).isZero();
      assertThat(kubernetes.store().list("argoproj.io/v1alpha1", "Application")).isEmpty();
    }
    JsonNode run = JsonMapper.shared().readTree(out.toString()).get("runs").get(0);
    assertThat(run.at("/messages/expected").asInt()).isEqualTo(24);
    assertThat(run.at("/messages/received").asInt()).isEqualTo(24);
    assertThat(run.at("/receivers")).hasSize(3);
    assertThat(run.at("/process/rssPeak").asLong()).isGreaterThan(10_000_000);
    assertThat(run.at("/apiServerAlone/patches").asInt()).isEqualTo(24);
    assertThat(report).content().contains("<svg", "From patch to arrival").endsWith("</html>\n");
  }

  @Test
  void objectsOfOtherKindsStandInForApplications() throws IOException {
    String kinds =
        """
        description: Objects of two kinds turn.
        kinds: 2
        applications: 10
        measure: [alone, list]
        linger: 100ms
        bounds:
          missing: {atMost: 0}
          duplicated: {atMost: 0}
          readyTimesList: {atLeast: 0}
        """;
    try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
      assertThat(load(kubernetes, kinds, folder.resolve("x.html"))).isZero();
      assertThat(kubernetes.store().list("kinds.load.tocsin.io/v1", "Task01")).isEmpty();
    }
    JsonNode run = JsonMapper.shared().readTree(out.toString()).get("runs").get(0);
    assertThat(run.at("/kinds").asInt()).isEqualTo(2);
    assertThat(run.at("/messages/received").asInt()).isEqualTo(10);
    assertThat(run.at("/apiServerAlone/patches").asInt()).isEqualTo(20);
  }

  @Test
  void aBoundThatIsNotKeptFailsTheCheck() throws IOException {
    String impossible =
        """
        description: Nobody can be that fast.
        applications: 1
        linger: 0ms
        bounds:
          readySeconds: {atMost: 0}
        """;
    try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start()) {
      assertThat(load(kubernetes, impossible, folder.resolve("x.html"))).isEqualTo(1);
    }
    assertThat(JsonMapper.shared().readTree(out.toString()).at("/bounds/0/holds").asBoolean())
        .isFalse();
  }

  @Test
  void aScenarioThatIsNotThereIsWrongUse() {
    assertThat(LoadCommand.run(new PrintWriter(out), "no-such-scenario")).isEqualTo(2);
  }
}
