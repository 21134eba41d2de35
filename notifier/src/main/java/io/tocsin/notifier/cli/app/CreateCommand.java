package io.tocsin.notifier.cli.app;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.cli.CommandException;
import io.tocsin.notifier.cli.UsageException;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app create}. */
@Command(
    name = "create",
    description = "Creates Applications: one by flags, or those of a file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  tocsin app create shop --repo https://github.com/acme/shop.git --path deploy \\",
      "      --dest-server https://kubernetes.default.svc --dest-namespace shop",
      "  tocsin app create -f shop.yaml --upsert"
    })
final class CreateCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(arity = "0..1", paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Applications in YAML or JSON.")
  private Path file;

  @Option(names = "--upsert", description = "Change one that is there and is different.")
  private boolean upsert;

  @Option(
      names = "--set-finalizer",
      description = "Have what it deploys deleted with it, however it is deleted.")
  private boolean finalizer;

  @Option(
      names = {"-l", "--label"},
      paramLabel = "NAME=VALUE",
      description = "A label.")
  private List<String> labels = List.of();

  @Option(names = "--annotations", paramLabel = "NAME=VALUE", description = "An annotation.")
  private List<String> annotations = List.of();

  @Mixin private SpecOptions specification;

  @Override
  public void run() {
    if ((name == null) == (file == null)) {
      throw new UsageException("app create: give either an APP or --file");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Tree given : file == null ? List.of(new Tree()) : documents()) {
      String done = options.with(apps -> create(apps, given));
      out.println(done);
      out.flush();
    }
  }

  private String create(Apps apps, Tree wanted) {
    if (name != null) {
      wanted.set(apps.key(name).name(), "metadata", "name");
      wanted.set(apps.key(name).namespace(), "metadata", "namespace");
    }
    if (!wanted.has("metadata", "namespace")) {
      wanted.set(apps.namespace(), "metadata", "namespace");
    }
    complete(wanted);
    KubeObject object = new KubeObject(wanted.content());
    check(object);
    Optional<KubeObject> there = apps.find(object.key());
    if (there.isEmpty()) {
      apps.create(object);
      return "application " + object.key() + " created";
    }
    if (same(there.get(), object)) {
      return "application " + object.key() + " unchanged";
    }
    if (!upsert) {
      throw new CommandException(
          "Application %s is there and is different; --upsert changes it".formatted(object.key()));
    }
    apps.change(object.key(), now -> Update.to(now, object));
    return "application " + object.key() + " updated";
  }

  private void complete(Tree wanted) {
    wanted.set("argoproj.io/v1alpha1", "apiVersion");
    wanted.set("Application", "kind");
    labels.forEach(text -> pair(wanted, "labels", text));
    annotations.forEach(text -> pair(wanted, "annotations", text));
    if (finalizer) {
      wanted.set(new ArrayList<Object>(List.of(DeleteCommand.FINALIZER)), "metadata", "finalizers");
    }
    Tree asked = wanted.child("spec");
    specification.apply(asked);
    if (!asked.has("project")) {
      asked.set("default", "project");
    }
  }

  private static void check(KubeObject object) {
    var spec = Apps.read(object).spec();
    if (spec.sources().isEmpty() || spec.sources().getFirst().repoUrl().isEmpty()) {
      throw new UsageException("app create: a source is missing; --repo says its repository");
    }
    if (spec.destination().server().isEmpty() && spec.destination().name().isEmpty()) {
      throw new UsageException(
          "app create: a destination is missing; --dest-server https://kubernetes.default.svc is"
              + " the cluster itself");
    }
  }

  private static boolean same(KubeObject there, KubeObject wanted) {
    return there.at("spec").equals(wanted.at("spec"))
        && there.labels().entrySet().containsAll(wanted.labels().entrySet())
        && there.annotations().entrySet().containsAll(wanted.annotations().entrySet());
  }

  private static void pair(Tree wanted, String field, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException("app create: '%s' must be NAME=VALUE".formatted(text));
    }
    wanted.set(text.substring(equals + 1), "metadata", field, text.substring(0, equals));
  }

  private List<Tree> documents() {
    try {
      List<Tree> found =
          Yaml.documents(SpecOptions.file("--file", file)).stream()
              .map(Yaml::asMapping)
              .filter(document -> "Application".equals(document.get("kind")))
              .map(Tree::copyOf)
              .toList();
      if (found.isEmpty()) {
        throw new CommandException(
            "the file %s has no object of kind Application; see `tocsin app create --help`"
                .formatted(file));
      }
      return found;
    } catch (ConfigurationException e) {
      throw new CommandException("the file %s %s".formatted(file, e.getMessage()));
    }
  }
}
