package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.applied;
import static io.tocsin.controller.compare.Compared.differs;
import static io.tocsin.controller.compare.Compared.settings;
import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSideDiffTest {
  @Test
  void whatTheServerAddedIsNoDifference() {
    assertThat(
            differs(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - name: web
                        image: nginx
                        ports: [{containerPort: 80}]
                        resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                """,
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: ns, uid: u, generation: 3}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: web}}
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}
                  template:
                    metadata: {creationTimestamp: null, labels: {app: web}}
                    spec:
                      dnsPolicy: ClusterFirst
                      containers:
                      - name: web
                        image: nginx
                        imagePullPolicy: Always
                        ports: [{containerPort: 80, protocol: TCP}]
                        resources: {limits: {cpu: "1", memory: 1Gi}}
                status: {replicas: 1}
                """))
        .isFalse();
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "replicas: 2 | replicas: 3 | true",
        "replicas: 2 | replicas: 2 | false",
        "replicas: 2 | replicas: 2.0 | false",
        "paused: false | replicas: 1 | false",
        "paused: true | replicas: 1 | true",
        "template: {spec: {nodeSelector: {}}} | template: {spec: {a: b}} | false",
        "template: {spec: {nodeSelector: {a: b}}} | template: {spec: {a: b}} | true",
        "template: {spec: {hostNetwork: null}} | template: {spec: {a: b}} | false",
        "template: {spec: {hostNetwork: null}} | template: {spec: {hostNetwork: true}} | true",
        "template: {spec: {automountServiceAccountToken: false}} | template: {spec: {a: b}} | true",
        "template: {spec: {tolerations: [{key: a}]}} | template: {spec: {tolerations: [{key: a}]}} | false",
        "template: {spec: {tolerations: [{key: a}]}} | template: {spec: {tolerations: [{key: a}, {key: b}]}} | true",
        "template: {spec: {tolerations: [{key: a}]}} | template: {spec: {tolerations: [{key: a, effect: NoSchedule}]}} | true",
        "strategy: {type: Recreate} | strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}} | true",
        "strategy: {type: RollingUpdate} | strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}} | false",
      })
  void fieldsOfADeployment(String target, String live, boolean differs) {
    String frame = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {%s}}";

    assertThat(differs(frame.formatted(target), frame.formatted(live))).isEqualTo(differs);
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpu: 1000m | cpu: 1 | false",
        "cpu: 0.5 | cpu: 500m | false",
        "memory: 1Gi | memory: 1024Mi | false",
        "memory: 1e3 | memory: 1k | false",
        "memory: 1G | memory: 1Gi | true",
        "cpu: 1 | cpu: 2 | true",
      })
  void amountsAreComparedByWhatTheyAre(String target, String live, boolean differs) {
    String frame = "{apiVersion: v1, kind: ResourceQuota, metadata: {name: a}, spec: {hard: {%s}}}";

    assertThat(differs(frame.formatted(target), frame.formatted(live))).isEqualTo(differs);
  }

  @Test
  void aFieldThatIsNoLongerAppliedIsADifference() {
    var target = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: '1'}}";
    var before = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: '1', y: '2'}}";
    var live =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: '1', y: '2', z: '3'}}";

    assertThat(differs(target, live)).as("nobody knows who added y").isFalse();
    Difference difference =
        new ObjectComparer(settings()).compare(object(target), applied(before, live));
    assertThat(difference.modified()).isTrue();
    assertThat(difference.predicted().get("data")).isEqualTo(Map.of("x", "1", "z", "3"));
  }

  @Test
  void aDefaultThatIsNoLongerAppliedIsNone() {
    String frame = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {%s}}";

    assertThat(
            new ObjectComparer(settings())
                .compare(
                    object(frame.formatted("paused: true")),
                    applied(
                        frame.formatted("paused: true, replicas: 1"),
                        frame.formatted("paused: true, replicas: 1")))
                .modified())
        .isFalse();
  }

  @Test
  void containersAreTheSameByTheirNames() {
    String frame = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [%s]}}";
    String two = "{name: a, image: x}, {name: b, image: y}";

    assertThat(differs(frame.formatted(two), frame.formatted(two))).isFalse();
    assertThat(differs(frame.formatted("{name: a, image: x}"), frame.formatted(two)))
        .as("a container that another controller added")
        .isFalse();
    assertThat(
            differs(
                frame.formatted("{name: b, image: y}, {name: a, image: x}"), frame.formatted(two)))
        .as("another order")
        .isTrue();
    assertThat(
            new ObjectComparer(settings())
                .compare(
                    object(frame.formatted("{name: a, image: x}")),
                    applied(frame.formatted(two), frame.formatted(two)))
                .modified())
        .as("a container that is no longer applied")
        .isTrue();
  }

  @Test
  void portsOfAServiceAreTheSameByNumberAndProtocol() {
    String frame = "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [%s]}}";

    assertThat(
            differs(
                frame.formatted("{port: 53, protocol: UDP, name: u}, {port: 53, name: t}"),
                frame.formatted(
                    "{port: 53, protocol: UDP, name: u, targetPort: 53}, {port: 53, protocol: TCP, name: t, targetPort: 53}")))
        .isFalse();
  }

  @Test
  void listsThatAreAppliedAsAWholeMayHaveDefaultsInTheirElementsAlone() {
    String frame =
        "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {ingress: [{ports: [%s]}]}}";

    assertThat(differs(frame.formatted("{port: 80}"), frame.formatted("{port: 80, protocol: TCP}")))
        .isFalse();
    assertThat(differs(frame.formatted("{port: 80}"), frame.formatted("{port: 80, protocol: UDP}")))
        .isTrue();
    assertThat(differs(frame.formatted("{port: 80}"), frame.formatted("{port: 80, endPort: 90}")))
        .isTrue();
  }

  @Test
  void claimsOfAStatefulSetHaveMoreThanWasApplied() {
    String frame =
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: a}, spec: {volumeClaimTemplates: [{metadata: {name: data%s}, spec: {resources: {requests: {storage: 1Gi}}%s}}]}}";

    assertThat(
            differs(
                frame.formatted("", ""),
                frame.formatted(", creationTimestamp: null", ", volumeMode: Filesystem, x: y")))
        .isFalse();
    assertThat(differs(frame.formatted("", ""), frame.formatted("2", ""))).isTrue();
  }

  @Test
  void theServerCompletesLimitsAndChoosesPorts() {
    String range =
        "{apiVersion: v1, kind: LimitRange, metadata: {name: a}, spec: {limits: [{type: Container, default: {memory: 1Gi}%s}]}}";
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80, nodePort: %d}]}}";

    assertThat(differs(range.formatted(""), range.formatted(", defaultRequest: {memory: 1Gi}")))
        .isFalse();
    assertThat(differs(service.formatted(0), service.formatted(31000))).isFalse();
    assertThat(differs(service.formatted(31001), service.formatted(31000))).isTrue();
  }

  @Test
  void aSubjectThatSomebodyAddedIsADifference() {
    String binding =
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: a}, subjects: [{kind: User, name: u%s}%s]}";
    String group = ", apiGroup: rbac.authorization.k8s.io";

    assertThat(differs(binding.formatted("", ""), binding.formatted(group, ""))).isFalse();
    assertThat(
            differs(binding.formatted("", ""), binding.formatted(group, ", {kind: User, name: v}")))
        .isTrue();
  }

  @Test
  void aVolumeHasOneSource() {
    String frame = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {volumes: [%s]}}";

    Difference difference =
        Compared.difference(
            settings(),
            frame.formatted("{name: v, emptyDir: {}}"),
            frame.formatted("{name: v, configMap: {name: c, defaultMode: 420}}"));

    assertThat(Trees.at(difference.predicted(), "spec", "volumes"))
        .hasToString("[{name=v, emptyDir={}}]");
  }

  @Test
  void elementsOfACustomKindMustHaveWhatWasApplied() {
    String frame = "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}, spec: {%s}}";

    assertThat(differs(frame.formatted("list: [{a: 1}]"), frame.formatted("list: [{a: 1, b: 2}]")))
        .isFalse();
    assertThat(differs(frame.formatted("list: [{a: 1}]"), frame.formatted("list: [{a: 2, b: 2}]")))
        .isTrue();
    assertThat(differs(frame.formatted("flag: false"), frame.formatted("x: 1"))).isTrue();
    assertThat(differs(frame.formatted("cpu: null"), frame.formatted("x: 1"))).isFalse();
    assertThat(differs(frame.formatted("cpu: 1000m"), frame.formatted("cpu: '1'"))).isTrue();
  }

  @Test
  void knownFieldsOfCustomKindsAreComparedByWhatTheyAre() {
    String frame = "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}, spec: {%s}}";
    CompareSettings settings =
        settings(
            Map.of(
                "resource.customizations.knownTypeFields.example.com_Thing",
                "[{field: spec.cpu, type: core/Quantity}, {field: spec.wait, type: meta/v1/Duration}]"));

    assertThat(
            Compared.difference(
                    settings,
                    frame.formatted("cpu: 1000m, wait: 60s"),
                    frame.formatted("cpu: '1', wait: 1m0s"))
                .modified())
        .isFalse();
    assertThat(
            Compared.difference(
                    settings, frame.formatted("wait: 60s"), frame.formatted("wait: 61s"))
                .modified())
        .isTrue();
  }

  @Test
  void aRolloutHasPodsOfTheUsualKind() {
    String frame =
        "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}, spec: {template: {spec: {containers: [{name: a, resources: {limits: {cpu: %s}}}]}}}}";

    assertThat(differs(frame.formatted("1000m"), frame.formatted("'1'"))).isFalse();
    assertThat(differs(frame.formatted("1000m"), frame.formatted("'2'"))).isTrue();
  }

  @Test
  void anAnnotationThatIsNotReadableIsAsGoodAsNone() {
    String frame =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {%s}}, data: {x: '1'}}";

    assertThat(
            differs(
                frame.formatted(""),
                frame.formatted("kubectl.kubernetes.io/last-applied-configuration: '{'")))
        .isFalse();
  }
}
