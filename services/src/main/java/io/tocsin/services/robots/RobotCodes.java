package io.tocsin.services.robots;

import io.tocsin.services.Outcome;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the answers of robots that say {@code 200 OK} and put the failure into the body: {@code
 * {"errcode": 310000, "errmsg": "…"}}. The codes are those of DingTalk's custom robots and of
 * WeCom's group robots, as their documentation lists them.
 */
public final class RobotCodes {
  /** How long a throttled robot is left alone: the limits count by the minute. */
  private static final Duration THROTTLED = Duration.ofMinutes(1);

  private static final Set<Long> THROTTLES = Set.of(130101L, 410100L, 45009L);
  private static final Set<Long> BUSY = Set.of(-1L);
  private static final Pattern TOO_FAST =
      Pattern.compile("(?i)send too fast|too many requests|freq(uency)? out of limit|rate limit");

  private static final Map<Long, String> HINTS =
      Map.ofEntries(
          Map.entry(
              310000L, "keyword, signature or IP not allowed: see the robot's security settings"),
          Map.entry(300001L, "there is no robot with that access_token"),
          Map.entry(300005L, "there is no robot with that access_token"),
          Map.entry(400101L, "there is no robot with that access_token"),
          Map.entry(400102L, "the robot is disabled"),
          Map.entry(400013L, "the group was dissolved"),
          Map.entry(400105L, "the robot does not know that msgtype"),
          Map.entry(400106L, "msgtype is missing"),
          Map.entry(40035L, "the body is not what the robot expects"),
          Map.entry(43004L, "the header Content-Type must be application/json"),
          Map.entry(430101L, "the message holds a link that is not allowed"),
          Map.entry(460101L, "the message is too long"),
          Map.entry(130101L, "more than 20 messages in a minute"),
          Map.entry(410100L, "more than 20 messages in a minute"),
          Map.entry(45009L, "more than 20 messages in a minute"),
          Map.entry(93000L, "the robot's key is not valid, or the robot was removed"),
          Map.entry(40008L, "the robot does not know that msgtype"),
          Map.entry(44004L, "the message is empty"),
          Map.entry(45002L, "the message is too long"));

  private RobotCodes() {}

  /**
   * What an answer says by its top-level integer {@code errcode}: a failure when that is not 0;
   * nothing when there is none.
   */
  public static Optional<Outcome> judge(HttpAnswer answer) {
    return answer
        .object()
        .flatMap(
            body ->
                body.get("errcode") instanceof Long code && code != 0
                    ? Optional.of(failure(code, String.valueOf(body.getOrDefault("errmsg", ""))))
                    : Optional.empty());
  }

  /**
   * What the answer of a robot says: what {@link #judge} finds, also where the code is written as a
   * text; an answer that is no JSON object comes from somebody in between.
   */
  public static Outcome answered(HttpAnswer answer) {
    Optional<Map<String, Object>> body = answer.object();
    if (body.isEmpty()) {
      return new Outcome.Rejected("the robot answered no JSON" + Failures.excerpt(answer));
    }
    boolean text = body.get().get("errcode") instanceof String code && !code.equals("0");
    return text
        ? new Outcome.Rejected("the robot answered an error" + Failures.excerpt(answer))
        : judge(answer).orElseGet(Outcome.Delivered::new);
  }

  private static Outcome failure(long code, String message) {
    String hint = HINTS.containsKey(code) ? " (" + HINTS.get(code) + ")" : "";
    String reason = ("the robot answered errcode " + code + hint + ": " + message).strip();
    if (THROTTLES.contains(code) || TOO_FAST.matcher(message).find()) {
      return new Outcome.Retryable(reason, Optional.of(THROTTLED));
    }
    return BUSY.contains(code)
        ? new Outcome.Retryable(reason, Optional.empty())
        : new Outcome.Rejected(reason);
  }
}
