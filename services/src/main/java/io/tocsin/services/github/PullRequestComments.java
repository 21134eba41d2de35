package io.tocsin.services.github;

import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comments on the pull requests that hold a revision; where a tag is said, the comment with that
 * tag is changed instead. The tag is kept in the comment as HTML that GitHub does not show, in the
 * original's form.
 */
final class PullRequestComments {
  private static final int LONGEST = 65_536;
  private static final int PAGE = 100;

  private final GitHubApi api;
  private final Repository repository;

  PullRequestComments(GitHubApi api, Repository repository) {
    this.api = api;
    this.repository = repository;
  }

  void say(String revision, Fields said) {
    String tag = said.text("commentTag");
    String mark = tag.isEmpty() ? "" : "<!-- argocd-notifications " + tag + " -->";
    String body =
        mark.isEmpty()
            ? Texts.characters(said.text("content"), LONGEST)
            : Texts.characters(said.text("content"), LONGEST - mark.length() - 1) + "\n" + mark;
    for (Object number : pullRequests(revision)) {
      Optional<Object> known = mark.isEmpty() ? Optional.empty() : find(number, mark);
      Map<String, Object> comment = Json.fields("body", body);
      known.ifPresentOrElse(
          id -> api.patch(repository.path() + "/issues/comments/" + id, comment),
          () -> api.post(comments(number), comment));
    }
  }

  private List<Object> pullRequests(String revision) {
    String path = repository.path() + "/commits/" + Urls.encode(revision) + "/pulls";
    return page(path).stream().<Object>map(pull -> pull.get("number")).toList();
  }

  private Optional<Object> find(Object number, String mark) {
    for (int index = 1; ; index++) {
      List<Map<?, ?>> page = page(comments(number) + "?per_page=" + PAGE + "&page=" + index);
      Optional<Object> found =
          page.stream()
              .filter(comment -> String.valueOf(comment.get("body")).contains(mark))
              .<Object>map(comment -> comment.get("id"))
              .findFirst();
      if (found.isPresent() || page.size() < PAGE) {
        return found;
      }
    }
  }

  private String comments(Object number) {
    return repository.path() + "/issues/" + number + "/comments";
  }

  private List<Map<?, ?>> page(String path) {
    List<Map<?, ?>> page = new ArrayList<>();
    if (Json.read(api.get(path).body()) instanceof List<?> items) {
      items.forEach(
          item -> {
            if (item instanceof Map<?, ?> map) {
              page.add(map);
            }
          });
    }
    return page;
  }
}
