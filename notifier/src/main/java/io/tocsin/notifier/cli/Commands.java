package io.tocsin.notifier.cli;

import static java.util.Map.entry;

import io.tocsin.notifier.cli.app.AppCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** Which commands there are, and which of them a call needs: reading the options of all is slow. */
final class Commands {
  static final String COMPLETION = "generate-completion";

  private static final SortedMap<String, Class<?>> ALL =
      new TreeMap<>(
          Map.ofEntries(
              entry("app", AppCommand.class),
              entry("catalog", CatalogCommand.class),
              entry("controller", ControllerCommand.class),
              entry("config", ConfigCommand.class),
              entry("deliveries", DeliveriesCommand.class),
              entry("demo", DemoCommand.class),
              entry("explain", ExplainCommand.class),
              entry("migrate", MigrateCommand.class),
              entry("mute", MuteCommand.class),
              entry("rbac", RbacCommand.class),
              entry("record", RecordCommand.class),
              entry("run", RunCommand.class),
              entry("simulate", SimulateCommand.class),
              entry("sync-controller", SyncControllerCommand.class),
              entry("template", TemplateCommand.class),
              entry("trigger", TriggerCommand.class),
              entry(COMPLETION, GenerateCompletion.class)));

  /** The children of those commands that do not name them themselves. */
  private static final Map<String, SortedMap<String, Class<?>>> CHILDREN =
      Map.of(
          "catalog",
              new TreeMap<>(
                  Map.of(
                      "install", CatalogInstallCommand.class,
                      "list", CatalogListCommand.class,
                      "show", CatalogShowCommand.class)),
          "config", new TreeMap<>(Map.of("lint", ConfigLintCommand.class)),
          "migrate",
              new TreeMap<>(
                  Map.of(
                      "check", MigrateCheckCommand.class,
                      "kube-notifier", MigrateKubeNotifierCommand.class,
                      "kubewatch", MigrateKubewatchCommand.class)),
          "template",
              new TreeMap<>(
                  Map.of(
                      "eval", TemplateEvalCommand.class,
                      "get", TemplateGetCommand.class,
                      "notify", TemplateNotifyCommand.class,
                      "preview", TemplatePreviewCommand.class)),
          "trigger",
              new TreeMap<>(
                  Map.of(
                      "eval", TriggerEvalCommand.class,
                      "explain", TriggerExplainCommand.class,
                      "get", TriggerGetCommand.class,
                      "run", TriggerRunCommand.class)));

  private Commands() {}

  /**
   * Adds the command and the child that are called; all, where none of them is or where a command
   * looks at all.
   */
  static void addTo(CommandLine line, List<String> arguments) {
    for (String name : called(ALL.keySet(), arguments, 0)) {
      CommandLine command = new CommandLine(ALL.get(name));
      SortedMap<String, Class<?>> children = CHILDREN.getOrDefault(name, new TreeMap<>());
      for (String child : called(children.keySet(), arguments, 1)) {
        command.addSubcommand(child, new CommandLine(children.get(child)));
      }
      line.addSubcommand(name, command);
    }
  }

  private static Set<String> called(Set<String> names, List<String> arguments, int place) {
    String name = arguments.size() > place ? arguments.get(place) : "";
    return names.contains(name) && !name.equals(COMPLETION) ? Set.of(name) : names;
  }
}
