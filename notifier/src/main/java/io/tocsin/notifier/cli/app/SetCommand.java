package io.tocsin.notifier.cli.app;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin app set}. */
@Command(
    name = "set",
    description = "Changes what an Application asks for.",
    mixinStandardHelpOptions = true,
    footer = {"", "  tocsin app set shop -p image.tag=1.2 --revision main"})
final class SetCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private AppOptions options;

  @Parameters(paramLabel = "APP", description = "Its name, or namespace/name.")
  private String name;

  @Mixin private SpecOptions specification;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    String done = options.with(this::set);
    out.println(done);
    out.flush();
  }

  private String set(Apps apps) {
    ObjectKey key = apps.key(name);
    KubeObject before = apps.get(key);
    if (change(before).isEmpty()) {
      return "application " + key + " unchanged";
    }
    apps.change(key, this::change);
    return "application " + key + " updated";
  }

  private Map<String, Object> change(KubeObject now) {
    Tree wanted = Tree.copyOf(now.at("spec"));
    specification.apply(wanted);
    Apps.read(new KubeObject(Map.of("metadata", now.at("metadata"), "spec", wanted.content())));
    return Update.spec(now, prunedOfEmptySource(wanted));
  }

  /** Flags that name no source must not make one. */
  private static Map<String, Object> prunedOfEmptySource(Tree wanted) {
    if (wanted.has("source") && wanted.child("source").isEmpty()) {
      wanted.remove("source");
    }
    return wanted.content();
  }
}
