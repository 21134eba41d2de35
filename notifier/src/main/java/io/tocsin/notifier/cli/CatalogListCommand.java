package io.tocsin.notifier.cli;

import io.tocsin.notifier.catalog.Catalog;
import io.tocsin.notifier.catalog.Entry;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin catalog list}. */
@Command(
    name = "list",
    description = "Lists the triggers of the catalog and the templates that they send.",
    mixinStandardHelpOptions = true)
final class CatalogListCommand implements Runnable {
  @Mixin private CatalogOptions options;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "wide",
      description = "Output format: ${COMPLETION-CANDIDATES}.")
  private OutputFormat output;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalog catalog = options.catalog(List.of());
    out.print(
        switch (output) {
          case NAME ->
              catalog.entries().stream()
                  .map(entry -> entry.trigger() + "\n")
                  .collect(Collectors.joining());
          case JSON -> Yaml.json(definitions(catalog));
          case YAML -> Yaml.write(definitions(catalog));
          case WIDE -> table(catalog);
        });
    out.flush();
  }

  private static String table(Catalog catalog) {
    Table table = new Table("TRIGGER", "TEMPLATE", "TELLS");
    for (Entry entry : catalog.entries()) {
      table.row(entry.trigger(), entry.template(), entry.description());
    }
    return table.toString();
  }

  private static Map<String, Object> definitions(Catalog catalog) {
    return catalog.texts().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Yaml.parse(entry.getValue()),
                (first, _) -> first,
                TreeMap::new));
  }
}
