package io.tocsin.services.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.services.spi.Feature;
import io.tocsin.services.spi.ServiceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of all services is what the code says; {@code -Ddocs=write} writes it. */
final class OverviewTest {
  private static final String BEGIN = "<!-- table: begin -->\n";
  private static final String END = "<!-- table: end -->";

  @Test
  void theTableIsCurrent() throws IOException {
    Path file = Page.FOLDER.resolve("README.md");
    String text = Files.readString(file);
    String current =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table()
            + text.substring(text.indexOf(END));

    if ("write".equals(System.getProperty("docs"))) {
      Files.writeString(file, current);
    }

    assertThat(Files.readString(file)).isEqualTo(current);
  }

  private static String table() {
    String titles =
        Arrays.stream(Feature.values())
            .map(feature -> " " + feature.title() + " |")
            .collect(Collectors.joining());
    String line = " --- |".repeat(Feature.values().length + 2);
    return "| type | template key |"
        + titles
        + "\n|"
        + line
        + "\n"
        + ServiceTypes.all().values().stream().map(OverviewTest::row).collect(Collectors.joining());
  }

  private static String row(ServiceType type) {
    String key = type.section().map(section -> "`" + section.key() + "`").orElse("");
    String features =
        Arrays.stream(Feature.values())
            .map(feature -> type.features().contains(feature) ? " yes |" : "  |")
            .collect(Collectors.joining());
    return "| [" + type.name() + "](" + type.name() + ".md) | " + key + " |" + features + "\n";
  }
}
