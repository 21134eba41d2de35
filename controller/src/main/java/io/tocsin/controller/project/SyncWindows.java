package io.tocsin.controller.project;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Destination;
import io.tocsin.controller.application.GoDurations;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.SyncWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The windows of a project that are about one Application.
 *
 * @param windows as the project has them
 */
public record SyncWindows(List<SyncWindow> windows) {
  private static final String DENY = "deny";
  private static final String ALLOW = "allow";

  /** Those of the project that are about the Application. */
  public static SyncWindows of(List<SyncWindow> windows, Application application) {
    return new SyncWindows(windows.stream().filter(each -> fits(each, application)).toList());
  }

  private static boolean fits(SyncWindow window, Application application) {
    Destination destination = application.spec().destination();
    List<List<String>> lists =
        List.of(window.applications(), window.clusters(), window.namespaces());
    List<List<String>> subjects =
        List.of(
            List.of(application.name()),
            Stream.of(destination.name(), destination.server())
                .filter(each -> !each.isEmpty())
                .toList(),
            List.of(destination.namespace()));
    boolean some = false;
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).isEmpty()) {
        continue;
      }
      boolean matches = matches(lists.get(i), subjects.get(i));
      if (matches != window.and()) {
        return matches;
      }
      some = matches;
    }
    return some;
  }

  private static boolean matches(List<String> globs, List<String> subjects) {
    return globs.stream().map(Glob::of).anyMatch(glob -> subjects.stream().anyMatch(glob::matches));
  }

  /**
   * Whether a sync may go on now. An active window that denies beats those that allow; while a
   * window that allows exists, none being active denies.
   *
   * @param manual whether a person asked for it
   * @param startedAt when the operation began, if it did: windows may let it overrun
   * @throws InvalidSpecException when a schedule or a duration cannot be read
   */
  public boolean permits(boolean manual, Instant now, Optional<Instant> startedAt) {
    List<SyncWindow> blocking = blocking(now);
    if (blocking.isEmpty() || (manual && blocking.stream().allMatch(SyncWindow::manualSync))) {
      return true;
    }
    return startedAt.isPresent()
        && blocking.stream().allMatch(SyncWindow::overrun)
        && permits(manual, startedAt.get(), Optional.empty());
  }

  /** The active windows that deny; without any, the inactive that allow unless one is active. */
  private List<SyncWindow> blocking(Instant now) {
    List<SyncWindow> active = windows.stream().filter(each -> isActive(each, now)).toList();
    List<SyncWindow> denying = active.stream().filter(each -> each.kind().equals(DENY)).toList();
    if (!denying.isEmpty() || active.stream().anyMatch(each -> each.kind().equals(ALLOW))) {
      return denying;
    }
    return windows.stream().filter(each -> each.kind().equals(ALLOW)).toList();
  }

  /**
   * Whether the window is open at the instant.
   *
   * @throws InvalidSpecException when its schedule or duration cannot be read
   */
  public static boolean isActive(SyncWindow window, Instant now) {
    Cron schedule = Cron.parse(window.schedule());
    LocalDateTime local = LocalDateTime.ofInstant(now, zone(window.timeZone()));
    return schedule.after(local.minus(duration(window))).filter(local::isAfter).isPresent();
  }

  private static Duration duration(SyncWindow window) {
    try {
      return GoDurations.parse(window.duration());
    } catch (InvalidSpecException e) {
      throw new InvalidSpecException(
          "cannot parse duration '%s': %s".formatted(window.duration(), e.getMessage()));
    }
  }

  private static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
