package io.tocsin.controller.application;

import java.util.List;

/**
 * When syncs are allowed or denied, as written; {@code project.SyncWindows} judges.
 *
 * @param kind {@code allow} or {@code deny}
 * @param schedule when it begins, as five fields of cron
 * @param duration how long it lasts, as Go writes durations
 * @param applications globs of names
 * @param clusters globs of names or addresses
 * @param manualSync whether syncs by hand are allowed all the same
 * @param timeZone a name of the time zone database; empty for UTC
 * @param and whether applications, clusters and namespaces must all fit, not any
 * @param overrun whether a sync that began while it was allowed may go on
 */
public record SyncWindow(
    String kind,
    String schedule,
    String duration,
    List<String> applications,
    List<String> namespaces,
    List<String> clusters,
    boolean manualSync,
    String timeZone,
    boolean and,
    boolean overrun) {
  static SyncWindow read(Fields fields) {
    return new SyncWindow(
        fields.text("kind"),
        fields.text("schedule"),
        fields.text("duration"),
        fields.texts("applications"),
        fields.texts("namespaces"),
        fields.texts("clusters"),
        fields.flag("manualSync"),
        fields.text("timeZone"),
        fields.flag("andOperator"),
        fields.flag("syncOverrun"));
  }
}
