package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tocsin.notifier.cli.Main;
import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/** The pods, against Kubernetes' restricted pod security standard and against the code. */
class PodsTest {
  static List<Named<Deployment>> deployments() {
    return Deploy.overlay("with-core").stream()
        .filter(object -> object.kind().equals("Deployment"))
        .map(
            object ->
                Named.of(
                    object.name(),
                    Serialization.unmarshal(Yaml.compact(object.content()), Deployment.class)))
        .toList();
  }

  private static PodSpec pod(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec();
  }

  private static Container container(Deployment deployment) {
    assertThat(pod(deployment).getContainers()).hasSize(1);
    return pod(deployment).getContainers().getFirst();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void meetTheRestrictedPodSecurityStandard(Deployment deployment) {
    PodSpec pod = pod(deployment);
    var context = container(deployment).getSecurityContext();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getHostNetwork()).isNull();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isEmpty();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(pod.getVolumes()).extracting(Volume::getEmptyDir).doesNotContainNull();
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void runACommandThatThereIsWithThePortsThatItHas(Deployment deployment) {
    Container container = container(deployment);
    assertThat(container.getCommand()).containsExactly("/app/tocsin");
    String[] arguments = container.getArgs().toArray(String[]::new);
    ParseResult command = Main.commandLine(arguments).parseArgs(arguments).subcommand();

    Map<String, Integer> ports =
        container.getPorts().stream()
            .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    ports.forEach(
        (name, port) ->
            assertThat(command.commandSpec().findOption("--" + name + "-port").defaultValue())
                .isEqualTo(String.valueOf(port)));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void areAskedForTheirHealthWhereItIsServed(Deployment deployment) {
    Container container = container(deployment);

    assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe()))
        .extracting(Probe::getHttpGet)
        .extracting(HTTPGetAction::getPath)
        .containsOnly("/healthz");
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
    assertThat(
            Stream.of(
                container.getStartupProbe(),
                container.getLivenessProbe(),
                container.getReadinessProbe()))
        .allMatch(probe -> "metrics".equals(probe.getHttpGet().getPort().getStrVal()));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void writeIntoVolumesOnly(Deployment deployment) {
    Container container = container(deployment);
    List<String> mounted =
        container.getVolumeMounts().stream().map(VolumeMount::getMountPath).toList();

    assertThat(mounted).contains("/tmp");
    assertThat(container.getArgs().stream().filter(arg -> arg.startsWith("--repo-cache=")))
        .allMatch(arg -> mounted.contains(arg.substring("--repo-cache=".length())));
    assertThat(container.getEnv())
        .anyMatch(each -> each.getName().equals("HOME") && each.getValue().equals("/tmp"));
  }
}
