package io.tocsin.notifier.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The stories of the examples, by the names of their folders. */
public final class Examples {
  private static final String DINGTALK = "dingtalk";
  private static final String CONFIGURATION = "argocd-notifications-cm.yaml";
  private static final String SECRET = "argocd-notifications-secret.yaml";
  private static final String GUESTBOOK = "guestbook";

  private static final Map<String, Function<Story.Settings, Story>> ALL =
      Map.of(
          DINGTALK,
          settings -> new Demo(settings, dingtalk()),
          "slack",
          settings -> new Demo(settings, slack()),
          "email",
          settings -> new Demo(settings, email()),
          "webhook-github-status",
          settings -> new Demo(settings, github()),
          "self-service",
          settings -> new Demo(settings, selfService()),
          "migrate-from-argocd-notifications",
          settings -> new Demo(settings, migrate()),
          "gitops",
          GitOpsDemo::new,
          "any-kind",
          KindsDemo::new);

  private Examples() {}

  /** What there is. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** Not begun yet; absent when there is no such example. */
  public static Optional<Story> story(String name, Story.Settings settings) {
    return Optional.ofNullable(ALL.get(name)).map(example -> example.apply(settings));
  }

  private static Script dingtalk() {
    return new Script(
        files(DINGTALK, SECRET, CONFIGURATION, "guestbook.yaml"),
        List.of(dingtalk("dingtalk/" + SECRET, "dingtalk-token")),
        scenes(Step.onOneCommit()));
  }

  private static Script slack() {
    return new Script(
        files("slack", SECRET, CONFIGURATION, "guestbook.yaml"),
        List.of(slack("slack/" + SECRET)),
        scenes(Step.onOneCommit()));
  }

  private static Script email() {
    String secret = "email/" + SECRET;
    return new Script(
        files("email", SECRET, CONFIGURATION, "guestbook.yaml"),
        List.of(
            settings ->
                new MailServer(
                    settings.screen(),
                    Stage.secret(secret, "email-username"),
                    Stage.secret(secret, "email-password"))),
        scenes(Step.onOneCommit()));
  }

  private static Script github() {
    String folder = "webhook-github-status";
    return new Script(
        files(folder, SECRET, CONFIGURATION, "guestbook.yaml"),
        List.of(
            settings ->
                new GitHubStatuses(
                    settings.screen(), Stage.secret(folder + "/" + SECRET, "github-token"))),
        scenes(Step.onTwoCommits()));
  }

  private static Script selfService() {
    return new Script(
        files("self-service", SECRET, CONFIGURATION, "payments.yaml", "web.yaml"),
        List.of(
            slack("self-service/" + SECRET), dingtalk("self-service/payments.yaml", "robot-token")),
        List.of("payments", "web"),
        Set.of("web"),
        List.of(
            Scene.in("payments", "checkout", Step.deployed(Step.FIRST)),
            Scene.in("payments", "checkout", Step.degraded(Step.FIRST)),
            Scene.in("web", "shop", Step.deployed(Step.FIRST))),
        List.of());
  }

  private static Script migrate() {
    String folder = "migrate-from-argocd-notifications";
    return new Script(
        files(folder, SECRET, CONFIGURATION, "applications.yaml"),
        List.of(slack(folder + "/" + SECRET)),
        List.of(),
        Set.of(),
        List.of(
            Scene.of(GUESTBOOK, Step.deployed(Step.EARLIER).titled("synced again, same commit")),
            Scene.of(GUESTBOOK, Step.deployed(Step.FIRST).titled("a new commit is deployed")),
            Scene.of("checkout", Step.deployed(Step.EARLIER).titled("recovered")),
            Scene.of("checkout", Step.degraded(Step.EARLIER).titled("degraded again"))),
        List.of(GUESTBOOK, "checkout"));
  }

  private static Function<Story.Settings, Receiver> slack(String secret) {
    return settings -> new SlackWorkspace(settings.screen(), Stage.secret(secret, "slack-token"));
  }

  private static Function<Story.Settings, Receiver> dingtalk(String file, String key) {
    return settings -> new DingTalkGroup(settings, Stage.secret(file, key));
  }

  private static List<String> files(String folder, String... names) {
    return Stream.of(names).map(name -> folder + "/" + name).toList();
  }

  private static List<Scene> scenes(List<Step> steps) {
    return steps.stream().map(step -> Scene.of(GUESTBOOK, step)).toList();
  }
}
