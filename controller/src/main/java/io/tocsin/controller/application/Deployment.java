package io.tocsin.controller.application;

import io.tocsin.controller.application.Operation.Initiator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the history, to which can be rolled back.
 *
 * @param id counts up from 0
 * @param deployedAt when the sync was done
 */
public record Deployment(
    long id,
    String revision,
    List<String> revisions,
    List<Source> sources,
    boolean multiSource,
    Instant deployedAt,
    Optional<Instant> deployStartedAt,
    Initiator initiatedBy) {
  static Deployment read(Fields fields) {
    List<Source> sources = fields.objects("sources", Source::read);
    boolean multiSource = !sources.isEmpty();
    return new Deployment(
        fields.number("id", 0),
        fields.text("revision"),
        fields.texts("revisions"),
        multiSource ? sources : fields.object("source").map(Source::read).stream().toList(),
        multiSource,
        fields.time("deployedAt").orElse(Instant.EPOCH),
        fields.time("deployStartedAt"),
        fields.object("initiatedBy").map(Initiator::read).orElse(Initiator.UNKNOWN));
  }

  Map<String, Object> written() {
    Written written =
        new Written()
            .text("revision", revision)
            .always("deployedAt", Written.seconds(deployedAt))
            .always("id", id);
    Sources.write(written, sources, multiSource);
    return written
        .time("deployStartedAt", deployStartedAt)
        .texts("revisions", revisions)
        .map("initiatedBy", initiatedBy.written())
        .done();
  }
}
