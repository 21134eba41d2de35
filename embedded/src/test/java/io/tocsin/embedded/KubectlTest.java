package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kubectl against the embedded API, where kubectl is on the path. */
class KubectlTest {
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cm, namespace: default}
      data: {key: "1"}
      """;

  private final EmbeddedKubernetes server = EmbeddedKubernetes.start();
  @TempDir private Path folder;

  @BeforeEach
  void needsKubectl() throws IOException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl"))),
        "kubectl is not on the path");
    Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
    Files.writeString(folder.resolve("cm.yaml"), MANIFEST);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void objectsAreAppliedShownAndDeleted() throws Exception {
    String file = folder.resolve("cm.yaml").toString();
    assertThat(kubectl("apply", "-f", file)).isEqualTo("configmap/cm created\n");
    assertThat(kubectl("apply", "-f", file)).isEqualTo("configmap/cm unchanged\n");
    Files.writeString(folder.resolve("cm.yaml"), MANIFEST.replace("\"1\"", "\"2\""));
    assertThat(kubectl("apply", "-f", file)).isEqualTo("configmap/cm configured\n");
    assertThat(kubectl("get", "configmap", "cm", "-o", "jsonpath={.data.key}")).isEqualTo("2");
    assertThat(kubectl("get", "configmaps")).startsWith("NAME   DATA   AGE\ncm     1      ");
    assertThat(kubectl("delete", "configmap", "cm")).contains("deleted");
  }

  @Test
  void whatKubectlSendsAsProtobufIsRefusedWithAWayThatWorks() throws Exception {
    assertThat(kubectl("create", "namespace", "mine"))
        .contains("unknown format", "--dry-run=client -o yaml | kubectl apply -f -");

    String file = folder.resolve("mine.yaml").toString();
    Files.writeString(
        Path.of(file), kubectl("create", "namespace", "mine", "--dry-run=client", "-o", "yaml"));
    assertThat(kubectl("apply", "-f", file)).isEqualTo("namespace/mine created\n");
  }

  @Test
  void serverSideApplyFindsConflicts() throws Exception {
    String file = folder.resolve("cm.yaml").toString();
    assertThat(kubectl("apply", "--server-side", "-f", file)).contains("serverside-applied");
    Files.writeString(folder.resolve("cm.yaml"), MANIFEST.replace("\"1\"", "\"2\""));
    assertThat(kubectl("apply", "--server-side", "--field-manager=other", "-f", file))
        .contains("Apply failed with 1 conflict: conflict with \"kubectl\": .data.key");
  }

  @Test
  void customColumnsAreShown() throws Exception {
    server.store().put(TestObjects.definition());
    server.store().put(TestObjects.application("guestbook"));

    assertThat(kubectl("get", "app", "-n", "argocd"))
        .isEqualTo("NAME        SYNC STATUS\nguestbook   Synced\n");
    assertThat(
            kubectl(
                "patch",
                "app",
                "guestbook",
                "-n",
                "argocd",
                "--type=merge",
                "-p",
                "{\"status\":{\"sync\":{\"status\":\"OutOfSync\"}}}"))
        .contains("patched");
    assertThat(kubectl("get", "app", "-A")).contains("argocd      guestbook   OutOfSync");
  }

  private String kubectl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
