package io.tocsin.notifier.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GitLab with one repository, which tells a webhook of each push.
 *
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhook_events">Events</a>
 */
final class GitLab implements AutoCloseable {
  /** The address that the example has. */
  static final String ADDRESS = "http://git.k8s.local";

  private static final String PROJECT = "/course/devops-demo-deploy";
  private static final String BRANCH = "main";
  private static final String TOKEN_KEY = "webhook.gitlab.secret";
  private static final PersonIdent PIPELINE = new PersonIdent("pipeline", "pipeline@k8s.local");
  private static final List<String> FILES =
      List.of(
          "helm/Chart.yaml",
          "helm/values.yaml",
          "helm/my-values.yaml",
          "helm/templates/_helpers.tpl",
          "helm/templates/deployment.yaml",
          "helm/templates/service.yaml",
          "helm/templates/ingress.yaml");

  private final Path folder;
  private final Git git;
  private final GitServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Holds the example's files in a first commit. */
  GitLab(Path folder) throws IOException {
    this.folder = folder;
    try {
      git = Git.init().setDirectory(folder.toFile()).setInitialBranch(BRANCH).call();
      for (String file : FILES) {
        write(file, Stage.text("gitops/repository/" + file));
      }
      commit("The service as it is first deployed");
    } catch (GitAPIException e) {
      throw new IOException(e);
    }
    server = new GitServer(git.getRepository(), PROJECT + ".git");
  }

  String url() {
    return server.url();
  }

  /** What the pipeline does after it has built an image: writes its tag, and pushes. */
  void push(String tag, URI webhook) {
    String file = "helm/my-values.yaml";
    try {
      write(file, "image:\n  tag: " + tag + "\n");
      commit("image.tag is " + tag);
      tell(webhook, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void commit(String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setMessage(message)
        .setAuthor(PIPELINE)
        .setCommitter(PIPELINE)
        .call();
  }

  private void tell(URI webhook, String file) throws IOException, InterruptedException {
    Map<String, Object> push =
        Map.of(
            "object_kind",
            "push",
            "ref",
            "refs/heads/" + BRANCH,
            "project",
            Map.of("web_url", url() + PROJECT, "default_branch", BRANCH),
            "commits",
            List.of(Map.of("added", List.of(), "modified", List.of(file), "removed", List.of())));
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .header("X-Gitlab-Event", "Push Hook")
            .header("X-Gitlab-Token", Stage.secret("gitops/argocd-secret.yaml", TOKEN_KEY))
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(push)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "the webhook answered " + answer.statusCode() + ": " + answer.body().strip());
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
    git.close();
  }
}
