package io.tocsin.services.slack;

import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Undelivered;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls methods of Slack's Web API and knows its errors. */
final class SlackApi {
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");
  private static final Map<String, String> HINTS =
      Map.of(
          "not_in_channel", "invite the bot to the channel",
          "channel_not_found", "no such channel, or a private one that the bot was not invited to",
          "is_archived", "the channel is archived",
          "invalid_auth", "the token is not valid",
          "not_authed", "the token is missing",
          "token_revoked", "the token was revoked",
          "account_inactive", "the token's account was deleted",
          "missing_scope",
              "the app needs the scope chat:write, with username or icon also"
                  + " chat:write.customize",
          "invalid_blocks", "the template's blocks are not what Slack expects",
          "no_text", "the message is empty");

  private final SlackOptions options;
  private final Exchange exchange;

  SlackApi(SlackOptions options, Exchange exchange) {
    this.options = options;
    this.exchange = exchange;
  }

  Exchange exchange() {
    return exchange;
  }

  /** What Slack answered: its fields, or the name of its error. */
  record Answer(Map<String, Object> fields, Optional<String> error) {
    String field(String name) {
      return fields.get(name) instanceof String text ? text : "";
    }

    /**
     * The same when there is no error.
     *
     * @throws Undelivered when there is one
     */
    Answer orFail() {
      error.ifPresent(
          name -> {
            throw new Undelivered(failure(name));
          });
      return this;
    }
  }

  Answer call(String method, Map<String, Object> arguments) {
    HttpRequest request =
        HttpRequest.json(options.apiUrl() + "/" + method, arguments)
            .header("Content-Type", "application/json; charset=utf-8")
            .bearer(options.token());
    HttpAnswer answer = exchange.send(request);
    Map<String, Object> fields =
        answer
            .object()
            .orElseThrow(
                () -> Undelivered.rejected("slack answered no JSON" + Failures.excerpt(answer)));
    return Boolean.TRUE.equals(fields.get("ok"))
        ? new Answer(fields, Optional.empty())
        : new Answer(fields, Optional.of(String.valueOf(fields.get("error"))));
  }

  private static Outcome failure(String error) {
    String hint = HINTS.containsKey(error) ? " (" + HINTS.get(error) + ")" : "";
    String reason = "slack answered " + error + hint;
    return PASSING.contains(error)
        ? new Outcome.Retryable(reason, Optional.empty())
        : new Outcome.Rejected(reason);
  }
}
