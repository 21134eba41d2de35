package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.notifier.Objects;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A cluster of any make, a Git repository, and the command {@code sync-controller} at work on them:
 * tests are the users.
 */
public final class GitOps implements AutoCloseable {
  private static final PersonIdent ANN = new PersonIdent("Ann", "ann@example.com");
  private static final ApplyOptions PLAIN =
      new ApplyOptions(ApplyOptions.Method.CLIENT, false, false, false, Set.of());

  private final Path folder;
  private final Path kubeconfig;
  private final KubernetesClient client;
  private final KubernetesCluster cluster;
  private final Git git;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Controller> controllers = new ArrayList<>();

  /** A command that runs until it is stopped. */
  public record Controller(Thread thread, int metricsPort, int webhookPort) {
    /** As a signal would. */
    public void stop() {
      thread.interrupt();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
    }
  }

  public GitOps(String cluster, Path folder) throws Exception {
    this.folder = folder;
    this.kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster);
    this.client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(cluster)).build();
    this.cluster = new KubernetesCluster(client);
    Path origin = Files.createDirectories(folder.resolve("origins/team"));
    this.git = Git.init().setDirectory(origin.toFile()).setInitialBranch("main").call();
    for (String kind : List.of("application", "appproject")) {
      apply(Objects.file("crds/" + kind + ".yaml"));
    }
    apply("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}");
    apply("{apiVersion: v1, kind: Namespace, metadata: {name: team}}");
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: argocd}
        spec:
          sourceRepos: ['*']
          destinations: [{server: '*', namespace: '*'}]
          clusterResourceWhitelist: [{group: '*', kind: '*'}]
        """);
  }

  /** Starts {@code tocsin sync-controller}. */
  public Controller start(String... more) throws IOException {
    Controller controller = new Controller(null, free(), free());
    List<String> arguments = new ArrayList<>(List.of("sync-controller"));
    arguments.addAll(connection());
    arguments.addAll(
        List.of(
            "--repo-cache",
            folder.resolve("clones-" + controllers.size()).toString(),
            "--local-repositories",
            folder.resolve("origins").toString(),
            "--metrics-port",
            String.valueOf(controller.metricsPort()),
            "--webhook-port",
            String.valueOf(controller.webhookPort()),
            "--loglevel",
            "error"));
    arguments.addAll(List.of(more));
    Controller started =
        new Controller(
            Thread.ofVirtual()
                .name("sync-controller-" + controllers.size())
                .start(() -> Run.of(arguments.toArray(String[]::new))),
            controller.metricsPort(),
            controller.webhookPort());
    controllers.add(started);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> answer(started, "/readyz") == 200);
    return started;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private int answer(Controller controller, String path) {
    try {
      return get(controller, path).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Asks the port of metrics. */
  public HttpResponse<String> get(Controller controller, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + controller.metricsPort() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Posts to the port of webhooks. */
  public HttpResponse<String> post(Controller controller, String body, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + controller.webhookPort() + "/api/webhook");
    return http.send(
        HttpRequest.newBuilder(uri)
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Runs a command of {@code tocsin app}. */
  public Run app(String... arguments) {
    return Run.of(
        Stream.concat(Stream.concat(Stream.of("app"), Stream.of(arguments)), connection().stream())
            .toArray(String[]::new));
  }

  private List<String> connection() {
    return List.of("--kubeconfig", kubeconfig.toString(), "-n", "argocd");
  }

  /** Of the API server. */
  public String version() {
    return client.getKubernetesVersion().getGitVersion();
  }

  public String repository() {
    return "file://" + git.getRepository().getWorkTree();
  }

  /** Commits files; the commit. */
  public String push(Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = git.getRepository().getWorkTree().toPath().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    git.add().addFilepattern(".").call();
    return commit();
  }

  /** Commits that a file is gone. */
  public void remove(String file) throws Exception {
    git.rm().addFilepattern(file).call();
    var _ = commit();
  }

  private String commit() throws Exception {
    return git.commit()
        .setSign(false)
        .setMessage("change")
        .setAuthor(ANN)
        .setCommitter(ANN)
        .call()
        .name();
  }

  /** Creates or changes what a manifest says. */
  public void apply(String yaml) {
    for (Object document : Yaml.documents(yaml)) {
      KubeObject object = new KubeObject(Yaml.asMapping(document));
      ResourceKind kind = cluster.kind(object.apiVersion(), object.kind()).orElseThrow();
      cluster.apply(kind, object, PLAIN);
    }
  }

  /** An Application of the repository's folder of its name, and what else its spec says. */
  public void application(String name, String more) {
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %1$s, namespace: argocd, labels: {app: %1$s, team: web}}
        spec:
          project: default
          source: {repoURL: '%2$s', path: %1$s, targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
        %3$s
        """
            .formatted(name, repository(), more.indent(2)));
  }

  public Optional<KubeObject> find(String apiVersion, String kind, ObjectKey key) {
    return cluster.get(cluster.kind(apiVersion, kind).orElseThrow(), key);
  }

  public Optional<KubeObject> configMap(String name) {
    return find("v1", "ConfigMap", new ObjectKey("team", name));
  }

  public Application application(String name) {
    return Application.of(
        find("argoproj.io/v1alpha1", "Application", new ObjectKey("argocd", name)).orElseThrow());
  }

  public Application await(String name, Predicate<Application> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(30))
        .until(() -> wanted.test(application(name)));
    return application(name);
  }

  /** Stops the commands and takes away what tests made, so that another may use the cluster. */
  public void clear() {
    controllers.forEach(Controller::stop);
    var applications =
        client.genericKubernetesResources(ResourceKind.APPLICATION.context()).inNamespace("argocd");
    for (var application : applications.list().getItems()) {
      var resource = applications.withName(application.getMetadata().getName());
      resource.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
      resource.delete();
    }
    client.configMaps().inNamespace("team").delete();
    client.secrets().inNamespace("team").delete();
  }

  @Override
  public void close() {
    controllers.forEach(Controller::stop);
    git.close();
    http.close();
    client.close();
  }
}
