package io.tocsin.controller.application;

import java.util.List;

/**
 * What an Application asks for.
 *
 * @param project {@code default} when not given
 * @param sources empty only where none is given
 * @param multiSource whether the plural field is used, which beats the singular one
 * @param revisionHistoryLimit how many deployments the history keeps; 10 when not given
 */
public record ApplicationSpec(
    String project,
    List<Source> sources,
    boolean multiSource,
    Destination destination,
    SyncPolicy syncPolicy,
    List<IgnoreDifference> ignoreDifferences,
    int revisionHistoryLimit) {
  private static final int HISTORY_LIMIT = 10;

  static ApplicationSpec read(Fields fields) {
    List<Source> sources = fields.objects("sources", Source::read);
    boolean multiSource = !sources.isEmpty();
    String project = fields.text("project");
    return new ApplicationSpec(
        project.isEmpty() ? "default" : project,
        multiSource ? sources : fields.object("source").map(Source::read).stream().toList(),
        multiSource,
        fields.object("destination").map(Destination::read).orElse(Destination.NONE),
        fields.object("syncPolicy").map(SyncPolicy::read).orElse(SyncPolicy.NONE),
        fields.objects("ignoreDifferences", IgnoreDifference::read),
        Math.toIntExact(
            Math.clamp(
                fields.number("revisionHistoryLimit", HISTORY_LIMIT), 0L, Integer.MAX_VALUE)));
  }
}
