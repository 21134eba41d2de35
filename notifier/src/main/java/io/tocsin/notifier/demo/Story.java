package io.tocsin.notifier.demo;

import io.tocsin.notifier.config.ConfigurationReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a demo shows, from beginning to end. */
public sealed interface Story permits Demo, GitOpsDemo, KindsDemo {
  /**
   * Runs it once.
   *
   * @param kubeconfig of an API that holds nothing yet
   * @param after what to do before everything stops
   * @return what was sent and held back
   */
  Narrator.Summary run(String kubeconfig, Runnable after) throws InterruptedException, IOException;

  /**
   * What a story is told with.
   *
   * @param tenants what reads the configuration of a tenant's namespace
   * @param helpers what conditions and templates can name besides the Application
   * @param pause between turns, for people to follow
   * @param requests hears of each request to a DingTalk robot
   */
  record Settings(
      ConfigurationReader reader,
      Function<String, ConfigurationReader> tenants,
      Map<String, Object> helpers,
      Screen screen,
      Duration pause,
      Clock clock,
      Consumer<DingTalkRobot.Request> requests) {}
}
