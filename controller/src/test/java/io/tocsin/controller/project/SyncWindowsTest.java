package io.tocsin.controller.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SyncWindowsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String DENY_NOON =
      "{kind: deny, schedule: '30 11 * * *', duration: 1h, applications: ['*']}";
  private static final String ALLOW_NIGHT =
      "{kind: allow, schedule: '0 22 * * *', duration: 2h, applications: ['*']}";

  @Test
  void withoutWindowsEverythingIsPermitted() {
    assertThat(windows("").permits(false, NOON, Optional.empty())).isTrue();
  }

  @Test
  void anActiveDenialBeatsAnActivePermission() {
    String allowNoon = "{kind: allow, schedule: '0 11 * * *', duration: 2h, applications: ['*']}";

    assertThat(windows(allowNoon).permits(false, NOON, Optional.empty())).isTrue();
    assertThat(windows(allowNoon + ", " + DENY_NOON).permits(false, NOON, Optional.empty()))
        .isFalse();
  }

  @Test
  void aPermissionForAnotherTimeDeniesNow() {
    SyncWindows windows = windows(ALLOW_NIGHT);

    assertThat(windows.permits(false, NOON, Optional.empty())).isFalse();
    assertThat(windows.permits(false, Instant.parse("2026-06-01T22:00:01Z"), Optional.empty()))
        .isTrue();
  }

  @Test
  void aWindowBeginsAfterItsMinuteBeginsAndEndsWithItsDuration() {
    SyncWindows windows = windows(DENY_NOON);

    assertThat(windows.permits(false, Instant.parse("2026-06-01T11:30:00Z"), Optional.empty()))
        .isTrue();
    assertThat(windows.permits(false, Instant.parse("2026-06-01T11:30:01Z"), Optional.empty()))
        .isFalse();
    assertThat(windows.permits(false, Instant.parse("2026-06-01T12:29:59Z"), Optional.empty()))
        .isFalse();
    assertThat(windows.permits(false, Instant.parse("2026-06-01T12:30:00Z"), Optional.empty()))
        .isTrue();
  }

  @Test
  void aPersonMaySyncWhereEveryWindowInTheWaySaysSo() {
    String manual = DENY_NOON.replace("}", ", manualSync: true}");

    assertThat(windows(manual).permits(true, NOON, Optional.empty())).isTrue();
    assertThat(windows(manual).permits(false, NOON, Optional.empty())).isFalse();
    assertThat(windows(manual + ", " + DENY_NOON).permits(true, NOON, Optional.empty())).isFalse();
  }

  @Test
  void aSyncThatBeganInTimeMayOverrun() {
    String overrun = DENY_NOON.replace("}", ", syncOverrun: true}");
    Instant before = Instant.parse("2026-06-01T11:20:00Z");
    Instant within = Instant.parse("2026-06-01T11:40:00Z");

    assertThat(windows(overrun).permits(false, NOON, Optional.of(before))).isTrue();
    assertThat(windows(overrun).permits(false, NOON, Optional.of(within))).isFalse();
    assertThat(windows(DENY_NOON).permits(false, NOON, Optional.of(before))).isFalse();
  }

  @Test
  void timeZonesCount() {
    String tokyo =
        "{kind: deny, schedule: '30 20 * * *', duration: 1h, timeZone: Asia/Tokyo,"
            + " applications: ['*']}";

    assertThat(windows(tokyo).permits(false, NOON, Optional.empty())).isFalse();
    assertThat(
            windows(tokyo.replace("Asia/Tokyo", "Nowhere/At-all"))
                .permits(false, NOON, Optional.empty()))
        .isTrue();
  }

  @Test
  void anyListThatFitsIsEnoughUnlessAllMust() {
    String any =
        "{kind: deny, schedule: '30 11 * * *', duration: 1h, applications: [other],"
            + " clusters: ['in-*'], namespaces: [else]}";
    String all = any.replace("}", ", andOperator: true}").replace("[other]", "[guest*]");

    assertThat(windows(any).permits(false, NOON, Optional.empty())).isFalse();
    assertThat(windows(all).permits(false, NOON, Optional.empty())).isTrue();
    assertThat(windows(all.replace("else", "guestbook")).permits(false, NOON, Optional.empty()))
        .isFalse();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThatThrownBy(
            () -> windows(DENY_NOON.replace("1h", "long")).permits(false, NOON, Optional.empty()))
        .hasMessage("cannot parse duration 'long': unable to parse long as a duration");
  }

  private static SyncWindows windows(String list) {
    Application application =
        Application.of(
            object(
                "{metadata: {name: guestbook}, spec: {destination: {name: in-cluster, namespace:"
                    + " guestbook}}}"));
    AppProject project = AppProject.of(object("spec: {syncWindows: [" + list + "]}"));
    return SyncWindows.of(project.syncWindows(), application);
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>)
            KubeObjects.numbers(
                new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {})));
  }
}
