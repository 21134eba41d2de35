package io.tocsin.controller.application;

import java.util.List;
import java.util.Map;

/**
 * How the cluster compares with the sources.
 *
 * @param status {@code Synced}, {@code OutOfSync} or {@code Unknown}; empty when nobody has looked
 * @param comparedTo what was compared, as it is written
 * @param revision empty with several sources, which have {@code revisions}
 */
public record SyncState(
    String status, Map<String, Object> comparedTo, String revision, List<String> revisions) {
  public static final SyncState NONE = new SyncState("", Map.of(), "", List.of());

  static SyncState read(Fields fields) {
    return new SyncState(
        fields.text("status"),
        fields.object("comparedTo").map(Fields::content).orElse(Map.of()),
        fields.text("revision"),
        fields.texts("revisions"));
  }

  /** What {@code comparedTo} says for the specification; {@code sources} may be a rollback's. */
  public static Map<String, Object> comparedTo(ApplicationSpec spec, List<Source> sources) {
    Written written = new Written();
    Sources.write(written, sources, spec.multiSource());
    written.always("destination", spec.destination().written());
    return written
        .objects("ignoreDifferences", spec.ignoreDifferences(), IgnoreDifference::written)
        .done();
  }

  Map<String, Object> written() {
    return new Written()
        .always("status", status)
        .map("comparedTo", comparedTo)
        .text("revision", revision)
        .texts("revisions", revisions)
        .done();
  }
}
