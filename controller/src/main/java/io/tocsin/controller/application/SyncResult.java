package io.tocsin.controller.application;

import io.tocsin.controller.application.SyncPolicy.ManagedNamespaceMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync has done so far.
 *
 * @param resources in the order in which they were touched first
 * @param revision empty with several sources, which have {@code revisions}
 * @param sources one, unless {@code multiSource}
 */
public record SyncResult(
    List<ResourceResult> resources,
    String revision,
    List<String> revisions,
    List<Source> sources,
    boolean multiSource,
    Optional<ManagedNamespaceMetadata> managedNamespaceMetadata) {
  static SyncResult read(Fields fields) {
    List<Source> sources = fields.objects("sources", Source::read);
    boolean multiSource = !sources.isEmpty();
    return new SyncResult(
        fields.objects("resources", ResourceResult::read),
        fields.text("revision"),
        fields.texts("revisions"),
        multiSource ? sources : fields.object("source").map(Source::read).stream().toList(),
        multiSource,
        fields.object("managedNamespaceMetadata").map(ManagedNamespaceMetadata::read));
  }

  public SyncResult withResources(List<ResourceResult> other) {
    return new SyncResult(
        other, revision, revisions, sources, multiSource, managedNamespaceMetadata);
  }

  Map<String, Object> written() {
    Written written =
        new Written()
            .objects("resources", resources, ResourceResult::written)
            .always("revision", revision)
            .texts("revisions", revisions);
    Sources.write(written, sources, multiSource);
    managedNamespaceMetadata.ifPresent(
        metadata -> written.always("managedNamespaceMetadata", metadata.written()));
    return written.done();
  }
}
