package io.tocsin.notifier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogFilesTest {
  private static final Path FILES = Path.of("src/main/resources/io/tocsin/notifier/catalog");

  /** Where they are not, the files that should be there stand in {@code target/catalog}. */
  @ParameterizedTest
  @EnumSource
  void theFilesAreMadeOfTheirParts(Language language) throws IOException {
    String made = CatalogFiles.file(language);
    Path folder = Files.createDirectories(Path.of("target/catalog"));
    Files.writeString(folder.resolve(language + ".yaml"), made);

    assertThat(FILES.resolve(language + ".yaml")).hasContent(made);
    assertThat(Catalog.manifest(language)).isEqualTo(made);
  }
}
