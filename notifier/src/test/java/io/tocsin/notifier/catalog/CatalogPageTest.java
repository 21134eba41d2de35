package io.tocsin.notifier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page about the catalog has its table from the catalog; {@code target/catalog.md} is right.
 */
class CatalogPageTest {
  @Test
  void thePageSaysWhatThereIs() throws IOException {
    String page = Files.readString(Path.of("../docs/catalog.md"));
    String made = filled(filled(page, "table", table()), "services", services());
    Files.writeString(Path.of("target/catalog.md"), made);

    assertThat(page).isEqualTo(made);
  }

  private static String table() {
    Catalog english = Catalog.in(Language.EN);
    Catalog chinese = Catalog.in(Language.ZH);
    StringBuilder table = new StringBuilder("| trigger | template | tells | |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (int i = 0; i < english.entries().size(); i++) {
      Entry entry = english.entries().get(i);
      table.append(
          "| `%s` | `%s` | %s | %s |%n"
              .formatted(
                  entry.trigger(),
                  entry.template(),
                  entry.description(),
                  chinese.entries().get(i).description()));
    }
    return table.toString();
  }

  private static String services() {
    return Catalog.in(Language.EN).services().stream()
        .map(service -> "[" + service + "](services/" + service + ".md)")
        .collect(Collectors.joining(", ", "", ".\n"));
  }

  private static String filled(String page, String name, String text) {
    String begin = "<!-- " + name + ": begin -->\n";
    String end = "<!-- " + name + ": end -->";
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + text + page.substring(page.indexOf(end));
  }
}
