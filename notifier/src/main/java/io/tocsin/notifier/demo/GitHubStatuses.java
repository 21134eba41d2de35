package io.tocsin.notifier.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub as far as it takes statuses of commits.
 *
 * @see <a href="https://docs.github.com/rest/commits/statuses">Commit statuses</a>
 */
final class GitHubStatuses implements Receiver {
  private static final Pattern PATH =
      Pattern.compile("/repos/([^/]+/[^/]+)/statuses/(\\p{XDigit}{40})");
  private static final Set<String> STATES = Set.of("error", "failure", "pending", "success");
  private static final int LONGEST_DESCRIPTION = 140;

  private final Screen screen;
  private final String token;
  private final LocalServer server;

  /**
   * Starts it.
   *
   * @param token that may write statuses
   */
  GitHubStatuses(Screen screen, String token) {
    this.screen = screen;
    this.token = token;
    server = new LocalServer(Map.of("/", this::serve));
  }

  @Override
  public String title() {
    return "GitHub (local)";
  }

  @Override
  public String address() {
    return server.url();
  }

  @Override
  public Map<String, String> addresses() {
    return Map.of("https://api.github.com", server.url());
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        LocalServer.answer(exchange, 401, message("Bad credentials"));
      } else if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
        LocalServer.answer(exchange, 404, message("Not Found"));
      } else {
        take(exchange, path.group(1), path.group(2));
      }
    }
  }

  private void take(HttpExchange exchange, String repository, String commit) throws IOException {
    JsonNode status = JsonMapper.shared().readTree(exchange.getRequestBody());
    String state = status.path("state").asString("");
    String description = status.path("description").asString("");
    if (!STATES.contains(state) || description.length() > LONGEST_DESCRIPTION) {
      LocalServer.answer(exchange, 422, message("Validation Failed"));
      return;
    }
    screen.letter(
        "GitHub, commit " + commit.substring(0, 7) + " of " + repository,
        List.of(
            state + "  " + status.path("context").asString("") + ": " + description,
            "Details <" + status.path("target_url").asString("") + ">"));
    LocalServer.answer(exchange, 201, "{\"state\":\"" + state + "\"}");
  }

  private static String message(String text) {
    return "{\"message\":\"" + text + "\"}";
  }
}
