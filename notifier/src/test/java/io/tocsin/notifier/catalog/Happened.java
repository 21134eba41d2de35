package io.tocsin.notifier.catalog;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.sample.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applications to which that happened which triggers of the catalog tell of. */
enum Happened {
  CREATED("on-created", "metadata: {creationTimestamp: '2026-03-02T08:30:00Z'}"),
  DELETED("on-deleted", "metadata: {deletionTimestamp: '2026-03-02T09:00:30Z'}"),
  DEPLOYED("on-deployed", "{}"),
  DEGRADED(
      "on-health-degraded",
      "status: {health: {status: Degraded, message: Deployment exceeded its deadline}}"),
  FAILED(
      "on-sync-failed",
      "status: {operationState: {phase: Failed, message: one or more objects failed to apply}}"),
  RUNNING("on-sync-running", "status: {operationState: {phase: Running, finishedAt: null}}"),
  UNKNOWN("on-sync-status-unknown", "status: {sync: {status: Unknown}}"),
  SUCCEEDED("on-sync-succeeded", "status: {health: {status: Progressing}}");

  /** What an object may hold in a text that nobody checks. */
  static final String AWKWARD = "a \"quoted\" <b>line</b>\n\n\tC:\\new </script> & [x](y) *_`";

  private static final Set<String> FREE =
      Set.of("message", "username", "path", "targetRevision", "project");
  private static final Set<String> OPTIONAL =
      Set.of("conditions", "operation", "message", "syncResult", "revision", "revisions", "server");

  private final String trigger;
  private final String change;

  Happened(String trigger, String change) {
    this.trigger = trigger;
    this.change = change;
  }

  String trigger() {
    return trigger;
  }

  Sample singleSource() {
    return sample(Sample.plain());
  }

  Sample severalSources() {
    return sample(Sample.ofSeveralSources());
  }

  private Sample sample(Sample from) {
    Object changed = merged(from.application().content(), Yaml.mapping(change));
    return with(from, changed);
  }

  /** The same with texts that break what does not escape them. */
  static Sample awkward(Sample sample) {
    return with(sample, awkward("", sample.application().content()));
  }

  /** The same with nothing in it that an Application can do without. */
  static Sample bare(Sample sample) {
    return with(sample, bare(sample.application().content()));
  }

  /** The same before anything was written about it. */
  static Sample withoutStatus(Sample sample) {
    Map<String, Object> content = new LinkedHashMap<>(sample.application().content());
    content.remove("status");
    return with(sample, content);
  }

  private static Sample with(Sample sample, Object content) {
    return new Sample(
        sample.description(),
        new KubeObject(Yaml.asMapping(content)),
        _ -> Optional.empty(),
        sample.repository(),
        sample.clock());
  }

  private static Object merged(Object value, Object change) {
    if (!(value instanceof Map<?, ?> map) || !(change instanceof Map<?, ?> changes)) {
      return change;
    }
    Map<String, Object> merged = new LinkedHashMap<>(Yaml.asMapping(map));
    changes.forEach(
        (key, item) -> {
          if (item == null) {
            merged.remove(key.toString());
          } else {
            merged.put(key.toString(), merged(merged.get(key.toString()), item));
          }
        });
    return merged;
  }

  private static Object awkward(String key, Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, item) -> copy.put(name.toString(), awkward(name.toString(), item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> awkward(key, item)).toList();
      case String _ when FREE.contains(key) -> AWKWARD;
      case String text when key.equals("repoURL") -> text + "?\"<b>\\";
      default -> value;
    };
  }

  private static Object bare(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (name, item) -> {
              if (!OPTIONAL.contains(name.toString())) {
                copy.put(name.toString(), bare(item));
              }
            });
        yield copy;
      }
      case List<?> list -> list.stream().map(Happened::bare).toList();
      default -> value;
    };
  }
}
