package io.tocsin.controller.application;

import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * A sync that was asked for.
 *
 * @param revision empty for what the Application says
 * @param revisions those of several sources, in their order
 * @param applyOnly whether hooks are left out ({@code syncStrategy.apply})
 * @param force whether what cannot be changed is deleted and created
 * @param resources which alone are synced; empty for all
 * @param sources those to sync instead of the Application's, as in a rollback; mostly empty
 * @param manifests given instead of a source's
 * @param selfHealAttempts how often this was healed before
 */
public record SyncOperation(
    String revision,
    List<String> revisions,
    boolean prune,
    boolean dryRun,
    boolean applyOnly,
    boolean force,
    List<Resource> resources,
    List<Source> sources,
    boolean multiSource,
    List<String> manifests,
    SyncOptions options,
    long selfHealAttempts) {
  /** One of the objects that alone are synced; an empty namespace fits the object's own. */
  public record Resource(String group, String kind, String namespace, String name) {
    static Resource read(Fields fields) {
      return new Resource(
          fields.text("group"), fields.text("kind"), fields.text("namespace"), fields.text("name"));
    }

    public boolean fits(ResourceKey key) {
      return group.equals(key.group())
          && kind.equals(key.kind())
          && name.equals(key.name())
          && (namespace.isEmpty() || namespace.equals(key.namespace()));
    }
  }

  static SyncOperation read(Fields fields) {
    List<Source> sources = fields.objects("sources", Source::read);
    boolean multiSource = !sources.isEmpty();
    Fields strategy = fields.object("syncStrategy").orElse(Fields.of(Map.of()));
    boolean apply = strategy.has("apply");
    return new SyncOperation(
        fields.scalar("revision"),
        fields.texts("revisions"),
        fields.flag("prune"),
        fields.flag("dryRun"),
        apply,
        strategy.object(apply ? "apply" : "hook").map(each -> each.flag("force")).orElse(false),
        fields.objects("resources", Resource::read),
        multiSource ? sources : fields.object("source").map(Source::read).stream().toList(),
        multiSource,
        fields.texts("manifests"),
        new SyncOptions(fields.texts("syncOptions")),
        fields.number("autoHealAttemptsCount", 0));
  }
}
