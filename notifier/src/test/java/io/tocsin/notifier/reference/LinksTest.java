package io.tocsin.notifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of the documentation lead somewhere: what {@code build/site} checks. */
final class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void noLinkLeadsNowhere() throws IOException, InterruptedException {
    assertThat(check(ROOT)).isEmpty();
  }

  @Test
  void brokenLinksAreNamedWithTheirPlace() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("docs"));
    Files.writeString(
        folder.resolve("README.md"),
        """
        # Start
        [heading](docs/page.md#what-is-it), [folder](docs), `[code](none.md)`
        [no page](docs/none.md) [no heading](docs/page.md#why)
        ![no image](x.svg) [outside](../x) [no host](https:///x)

        ```
        [code](none.md)
        ```
        """);
    Files.writeString(folder.resolve("docs/page.md"), "# Page\n## What is `it`?\n[up](#nowhere)\n");

    Files.writeString(folder.resolve("docs/lost.md"), "# Lost\n");

    assertThat(check(folder).lines())
        .containsExactly(
            "README.md:3: the link to docs/none.md is broken: there is no docs/none.md",
            "README.md:3: the link to docs/page.md#why is broken: docs/page.md has no heading why",
            "README.md:4: the link to x.svg is broken: there is no x.svg",
            "README.md:4: the link to ../x is broken: it leaves the repository",
            "README.md:4: the link to https:///x is broken: it names no host",
            "docs/page.md:3: the link to #nowhere is broken: docs/page.md has no heading nowhere",
            "docs/lost.md:1: nobody finds this page: no page that README.md leads to links it");
  }

  private static String check(Path root) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                ROOT.resolve("build/site/Site.java").toString(),
                "check",
                root.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
    return said;
  }
}
