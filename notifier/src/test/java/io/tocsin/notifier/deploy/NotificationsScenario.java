package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cli.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * All that the notifications controller does with a cluster, and what people do by its command in
 * its pod. Ends at the first thing that does not come about, or that the API server forbids.
 */
final class NotificationsScenario implements AutoCloseable {
  static final String CONTROLLER = "tocsin-notifications-controller";
  private static final long GRACE_SECONDS = 45;

  private final Installation installation;
  private final String namespace;
  private final Unhindered hope;
  private final NotificationsWorld world;
  private final Path kubeconfig;
  private final Mailbox mailbox = new Mailbox();

  NotificationsScenario(Installation installation) {
    this.installation = installation;
    namespace = installation.namespace();
    hope = new Unhindered(installation.audit(CONTROLLER));
    world = new NotificationsWorld(installation, mailbox.url());
    kubeconfig = installation.kubeconfig(CONTROLLER);
  }

  Unhindered hope() {
    return hope;
  }

  /**
   * Plays it all.
   *
   * @param tenants whether namespaces have configurations of their own
   */
  void play(boolean tenants) {
    mailbox.refuses("/refusing");
    world.configure(tenants);
    Pod first = start();
    tells();
    keepsWhatIsRefused();
    isMuted();
    hearsOfChanges();
    asksRepositories();
    if (tenants) {
      tellsForTenants();
    }
    answersInItsPod(tenants);
    hope.happens("a mistake is an Event", () -> !world.events("argocd-notifications-cm").isEmpty());
    assertThat(first.stop(GRACE_SECONDS)).as("stops within the grace period").isTrue();
    start();
    hope.happens(
        "an Event is counted",
        () ->
            world.events("argocd-notifications-cm").stream()
                .anyMatch(
                    event ->
                        event.getCount() == 2
                            && !event.getLastTimestamp().equals(event.getFirstTimestamp())));
  }

  private Pod start() {
    Pod pod =
        installation.start(CONTROLLER, Map.of("TOCSIN_SELF_SERVICE_ALLOWED_NETWORKS", "127.0.0.1"));
    hope.happens("the controller is ready", pod::ready);
    return pod;
  }

  private void tells() {
    world.application(namespace, "guestbook", "on-revision.hook", "on-revision.refusing");
    world.application(namespace, "shop");
    arrives("/hook/one guestbook 1");
    hope.happens("what was told is written down", () -> world.told("guestbook") == 2);
    world.subscribe(ResourceKind.APP_PROJECT, "default", "on-revision.hook");
    arrives("/hook/one shop 1");
  }

  private void keepsWhatIsRefused() {
    hope.happens("an Event tells of the failure", () -> !world.events("guestbook").isEmpty());
    hope.happens("it is listed", () -> run("deliveries", "list", "-o", "name").out().length() > 1);
    mailbox.accepts("/refusing");
    succeeds("deliveries", "resend", "--all");
  }

  private void isMuted() {
    String said = succeeds("mute", "guestbook", "--for", "2h");
    world.revision("shop", "2");
    world.revision("guestbook", "2");
    arrives("/hook/one shop 2");
    succeeds("mute", "remove", said.replaceFirst("(?s).*mute remove (\\w+).*", "$1"));
    arrives("/hook/one guestbook 2");
  }

  private void hearsOfChanges() {
    world.secret(namespace, "two");
    world.configuration("trigger.on-name: \"- {when: app.metadata.name == 'shop', send: [told]}\"");
    world.subscribe(ResourceKind.APPLICATION, "shop", "on-name.hook");
    arrives("/hook/two shop 2");
    hope.happens("the new trigger is remembered", () -> world.remembered("conditions :on-name"));
  }

  private void asksRepositories() {
    world.application(namespace, "asking", "on-asked.hook");
    arrives(
        "/git Basic "
            + Base64.getEncoder().encodeToString("ann:hush".getBytes(StandardCharsets.UTF_8)));
  }

  private void answersInItsPod(boolean tenants) {
    succeeds("template", "notify", "told", "shop", "--recipient", "hook");
    succeeds("explain", "shop");
    if (tenants) {
      succeeds("explain", world.team() + "/theirs", "--self-service-notification-enabled");
    }
  }

  private void tellsForTenants() {
    world.application(world.team(), "theirs");
    arrives("/tenant/tenants theirs");
    hope.happens(
        "their mistake is an Event",
        () -> !world.events(world.team(), "argocd-notifications-cm").isEmpty());
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private String succeeds(String... arguments) {
    Run run = run(arguments);
    assertThat(run.code()).as(String.join(" ", arguments) + ": " + run).isZero();
    return run.out();
  }

  private void arrives(String message) {
    hope.happens("arrives: " + message, () -> mailbox.messages().contains(message));
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
