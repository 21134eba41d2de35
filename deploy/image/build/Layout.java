import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a folder as an image of one layer: an OCI layout, and beside its index the {@code
 * manifest.json} that {@code docker load} and Jib read.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">Layout</a>
 */
final class Layout {
  private static final String BLOBS = "blobs/sha256/";

  private final Path folder;

  private Layout(Path folder) {
    this.folder = folder;
  }

  /** What stands for a file in another one. */
  private record Blob(String digest, long size) {
    String path() {
      return BLOBS + digest;
    }

    String descriptor(String type) {
      return "{\"mediaType\":\"application/vnd.oci.image.%s\",\"digest\":\"sha256:%s\",\"size\":%d}"
          .formatted(type, digest, size);
    }
  }

  /**
   * Writes it.
   *
   * @param folder an empty one, for the layout
   * @param archive the same as one file
   */
  static void write(Path root, Path folder, Path archive) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve(BLOBS));
    tar(root, archive);
    new Layout(folder).write(archive);
    tar(folder, archive);
  }

  /** Names what is in the folder, as Jib takes no entry for the folder itself. */
  private static void tar(Path folder, Path tar) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tar",
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "-cf",
                tar.toString(),
                "-C",
                folder.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(command::add);
    }
    Commands.run(command);
  }

  private void write(Path tar) throws IOException {
    Path zipped = folder.resolve("layer");
    MessageDigest plain = sha256();
    try (InputStream in = Files.newInputStream(tar);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped));
        DigestOutputStream digested = new DigestOutputStream(out, plain)) {
      in.transferTo(digested);
    }
    Blob layer = blob(zipped);
    Blob config =
        blob(
            text(
                "config",
                """
                {"architecture":"%s","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}"""
                    .formatted(architecture(), HexFormat.of().formatHex(plain.digest()))));
    Blob manifest =
        blob(
            text(
                "manifest",
                """
                {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}"""
                    .formatted(
                        config.descriptor("config.v1+json"),
                        layer.descriptor("layer.v1.tar+gzip"))));
    text("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}");
    text(
        "index.json",
        "{\"schemaVersion\":2,\"manifests\":[%s]}"
            .formatted(manifest.descriptor("manifest.v1+json")));
    text(
        "manifest.json",
        "[{\"Config\":\"%s\",\"Layers\":[\"%s\"]}]".formatted(config.path(), layer.path()));
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "aarch64" -> "arm64";
      case String other -> other;
    };
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Moves a file to where its digest says. */
  private Blob blob(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    Blob blob = new Blob(HexFormat.of().formatHex(digest.digest()), Files.size(file));
    Files.move(file, folder.resolve(blob.path()), StandardCopyOption.REPLACE_EXISTING);
    return blob;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
