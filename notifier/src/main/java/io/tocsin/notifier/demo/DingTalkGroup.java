package io.tocsin.notifier.demo;

import java.util.Map;
import java.util.Optional;

/** The group that a {@link DingTalkRobot} speaks to. */
final class DingTalkGroup implements Receiver {
  /** Where the real robot would be. */
  private static final String REAL = "https://oapi.dingtalk.com";

  private static final String KEYWORD = "ArgoCD";

  private final DingTalkRobot robot;

  DingTalkGroup(Story.Settings settings, String token) {
    robot =
        new DingTalkRobot(
            new DingTalkRobot.Settings(token, Optional.of(KEYWORD), Optional.empty()),
            request -> {
              settings.requests().accept(request);
              settings.screen().message(request);
            },
            settings.clock());
  }

  @Override
  public String title() {
    return "DingTalk robot (local)";
  }

  @Override
  public String address() {
    return robot.url() + "/robot/send, keyword " + KEYWORD;
  }

  @Override
  public Map<String, String> addresses() {
    return Map.of(REAL, robot.url());
  }

  @Override
  public void close() {
    robot.close();
  }
}
