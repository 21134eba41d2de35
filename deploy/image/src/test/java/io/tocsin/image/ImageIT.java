package io.tocsin.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What is in the image, and that the Dockerfile makes the same one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {
  private static final long MEGABYTE = 1_000_000;

  /** Of programs that Jib starts itself, which it does not do here. */
  private static final Set<String> JIBS_OWN =
      Set.of("app/jib-classpath-file", "app/jib-main-class-file");

  private ImageFile image;
  private String dockerfile;

  @BeforeAll
  void unpack() throws IOException, InterruptedException {
    image = ImageFile.unpacked();
    dockerfile = Files.readString(Path.of("Dockerfile")).replace("\\\n", " ");
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(image.compressed()).isLessThan(125 * MEGABYTE);
    assertThat(image.unpackedSize()).isLessThan(250 * MEGABYTE);
  }

  @Test
  void theDockerfileTakesTheSameFiles() {
    assertThat(dockerfile)
        .contains("java deploy/image/build/Image.java . /image 2026-01-01T00:00:00Z")
        .contains("FROM scratch")
        .contains("COPY --from=build /image/base/ /\n")
        .contains("COPY --from=build /image/app/ /app/\n");
    assertThat(copies()).hasSize(3);
  }

  @Test
  void nothingElseIsInIt() throws IOException {
    Map<String, Long> laidOut = new TreeMap<>(sizes(Path.of("target/base"), ""));
    laidOut.putAll(sizes(Path.of("target/app"), "app/"));
    Map<String, Long> image = sizes(this.image.root(), "");
    image.keySet().removeIf(JIBS_OWN::contains);
    assertThat(image).isEqualTo(laidOut);
  }

  @Test
  void theDockerfileTellsTheRuntimeTheSame() {
    assertThat(said("USER")).isEqualTo(text("User")).isEqualTo("65532:65532");
    assertThat(said("WORKDIR")).isEqualTo(text("WorkingDir"));
    assertThat(said("ENTRYPOINT")).isEqualTo(image.config().get("Entrypoint").toString());
    assertThat(said("ENV").split("\\s+"))
        .containsExactlyInAnyOrderElementsOf(
            image.config().get("Env").valueStream().map(JsonNode::asString).toList());
    assertThat(said("EXPOSE").split(" "))
        .containsExactlyInAnyOrderElementsOf(
            image.config().get("ExposedPorts").propertyNames().stream()
                .map(port -> port.replace("/tcp", ""))
                .toList());
  }

  @Test
  void theArticlesCommandIsThereByItsName() throws IOException {
    Path app = image.root().resolve("app");
    assertThat(Files.readString(app.resolve("argocd-notifications")))
        .isEqualTo(Files.readString(app.resolve("tocsin")))
        .isEqualTo(Files.readString(Path.of("../../tocsin")));
    assertThat(app.resolve("argocd-notifications")).isExecutable();
  }

  @Test
  void nothingButTmpIsWritableByAnybody() throws IOException, InterruptedException {
    Process find =
        new ProcessBuilder(
                "find",
                image.root().toString(),
                "-perm",
                "-o+w",
                "!",
                "-type",
                "l",
                "-printf",
                "%P ")
            .start();
    assertThat(new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        .isEqualTo("tmp");
    assertThat(find.waitFor()).isZero();
  }

  @Test
  void programsAreForThoseWhoRunThem() throws IOException {
    assertThat(List.of("bin/bash", "usr/bin/env", "opt/java/bin/java", "app/tocsin"))
        .allMatch(file -> Files.isExecutable(image.root().resolve(file)));
    assertThat(image.root().resolve("etc/passwd")).content().contains("nonroot:x:65532:65532:");
    assertThat(image.root().resolve("app/jdk")).hasContent("/opt/java");
  }

  private static Map<String, Long> sizes(Path folder, String prefix) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(prefix + folder.relativize(file), Files.size(file));
      }
    }
    return sizes;
  }

  private List<String> copies() {
    return instructions("COPY");
  }

  /** The last instruction of that name, which is that of the last stage. */
  private String said(String instruction) {
    return instructions(instruction).getLast();
  }

  private List<String> instructions(String name) {
    return Pattern.compile("^" + name + " (.*)$", Pattern.MULTILINE)
        .matcher(dockerfile)
        .results()
        .map((MatchResult line) -> line.group(1).strip())
        .toList();
  }

  private String text(String name) {
    return image.config().get(name).asString();
  }
}
