package io.tocsin.notifier.translate.kubewatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kubewatch's environment and its older versions do otherwise. */
class OptionsTest {
  private static final Translated FILTERED =
      Translated.file("cloudevent.yaml", new Options(true, false));
  private static final Translated OLD = Translated.file("sample.yaml", new Options(false, true));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "pod | created | | {} | true",
        "pod | deleted | | {} | true",
        "pod | updated | | {} | true",
        "pod | updated | {} | {} | false",
        "pod | updated | {spec: {nodeName: a}} | {spec: {nodeName: b}} | true",
        "pod | updated | {status: {}} | {status: {phase: Running}} | false",
        "pod | updated | {} | {status: {containerStatuses: [{restartCount: 0}]}} | false",
        "pod | updated | {} | {status: {containerStatuses: [{restartCount: 2}]}} | true",
        "pod | updated | {} | {status: {initContainerStatuses: [{restartCount: 1}]}} | true",
        "pod | updated | {} | {status: {containerStatuses: [{state: {waiting: {reason: ImagePullBackOff}}}]}} | true",
        "pod | updated | {} | {status: {containerStatuses: [{state: {terminated: {reason: OOMKilled}}}]}} | true",
        "pod | updated | {} | {status: {containerStatuses: [{lastState: {terminated: {reason: OOMKilled}}}]}} | true",
        "pod | updated | {} | {status: {phase: Failed, reason: Evicted}} | true",
        "pod | updated | {} | {status: {message: was evicted}} | true",
        "job | created | | {} | true",
        "job | updated | {} | {status: {conditions: [{type: Complete, status: 'True'}]}} | false",
        "job | updated | {} | {status: {conditions: [{type: Failed, status: 'False'}]}} | false",
        "job | updated | {} | {status: {conditions: [{type: Failed, status: 'True'}]}} | true",
        "job | updated | {spec: {suspend: true}} | {spec: {suspend: false}} | true",
        "event | created | | {type: Warning, reason: BackOff} | true",
        "event | created | | {type: Normal, reason: Pulled} | false",
        "event | created | | {type: Normal, reason: Evicted} | true",
        "event | updated | {} | {type: Warning, reason: BackOff} | false",
        "coreevent | deleted | | {type: Warning, reason: BackOff} | false",
        "secret | updated | {} | {} | true"
      })
  void advancedFiltersTellWhatMatters(
      String resource, String event, String old, String fields, boolean told) {
    String object =
        "{kind: X, metadata: {name: x, namespace: shop, uid: u, resourceVersion: '1'}, "
            + fields.substring(1);

    assertThat(FILTERED.told(resource, event, old == null ? "" : old, object))
        .hasSize(told ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pod | Pod | A `pod` in namespace `shop` has been `Created`:\\n`x`",
        "service | Service | A `service` in namespace `shop` has been `Created`:\\n`x`",
        "configmap | ConfigMap | A `configmap` in namespace `shop` has been `Created`:\\n`x`",
        "namespace | Namespace | A namespace `x` has been `Created`",
        "clusterrole | ClusterRole | A cluster role `x` has been `Created`"
      })
  void oldTextsSayKindsInWords(String resource, String kind, String text) {
    String object = "{kind: %s, metadata: {name: x, namespace: shop}}".formatted(kind);

    Told told = OLD.message(resource, "created", object);

    assertThat(told.body()).containsEntry("text", text.replace("\\n", "\n"));
    assertThat(told.message()).isEqualTo(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Node | Normal | NodeReady | NodeReady | Node `x` is Ready : \\nNodeReady",
        "Node | Normal | NodeNotReady | NodeNotReady | Node `x` is Not Ready : \\nNodeNotReady",
        "Node | Warning | Rebooted | NodeRebooted | Node `x` Rebooted : \\nNodeRebooted",
        "Pod | Warning | BackOff | Backoff | Pod `x` in `shop` Crashed : \\nCrashLoopBackOff Created",
        "Node | Normal | Rebooted | |",
        "Pod | Normal | Pulled | |"
      })
  void oldVersionsTellOfSomeEvents(
      String kind, String type, String reason, String called, String text) {
    String event =
        "{kind: Event, metadata: {name: x, namespace: shop}, involvedObject: {kind: %s}, type: %s, reason: %s}"
            .formatted(kind, type, reason);

    if (text == null) {
      assertThat(OLD.told("coreevent", "created", "", event)).isEmpty();
    } else {
      Told told = OLD.message("coreevent", "created", event);
      assertThat(told.body()).containsEntry("text", text.replace("\\n", "\n"));
      assertThat(told.body().get("eventmeta").toString()).contains("kind=" + called);
    }
  }
}
