package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories over SSH: keys and known hosts. */
class SshRepositoriesTest {
  @TempDir Path folder;
  private Origin origin;
  private SshServer server;
  private KeyPair hostKey;
  private KeyPair userKey;
  private Bench bench;
  private String commit;

  @BeforeEach
  void aServer() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    commit = origin.commit("first", Map.of("a.yaml", "a: 1"));
    hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    userKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals("git") && KeyUtils.compareKeys(key, userKey.getPublic()));
    server.setCommandFactory((channel, command) -> new Upload(command));
    server.start();
    bench = new Bench(folder);
    bench.trust = new GitTrust(knownHost(hostKey), Map.of());
    bench.credentials(Map.of("sshPrivateKey", openSsh(userKey)));
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
    server.stop(true);
    origin.close();
  }

  private final class Upload extends AbstractCommandSupport {
    Upload(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      try {
        new UploadPack(origin.git().getRepository())
            .upload(getInputStream(), getOutputStream(), getErrorStream());
        onExit(0);
      } catch (IOException e) {
        onExit(1, e.getMessage());
      }
    }
  }

  private String knownHost(KeyPair key) {
    return "# comment\n[127.0.0.1]:%d %s\n"
        .formatted(server.getPort(), PublicKeyEntry.toString(key.getPublic()));
  }

  private static String openSsh(KeyPair key) throws Exception {
    try (var bytes = new java.io.ByteArrayOutputStream()) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, bytes);
      return bytes.toString(StandardCharsets.US_ASCII);
    }
  }

  private RepositoryId id() {
    return RepositoryId.of("ssh://git@127.0.0.1:%d/team/app.git".formatted(server.getPort()));
  }

  @Test
  void aKeyOpensAKnownHost() {
    assertThat(bench.repositories.resolve(id(), "main")).isEqualTo(commit);
    assertThat(bench.repositories.tree(id(), commit).text("a.yaml")).isEqualTo("a: 1");
  }

  @Test
  void anEd25519KeyOpensItToo() throws Exception {
    userKey = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    bench.credentials(Map.of("sshPrivateKey", openSsh(userKey)));
    assertThat(bench.repositories.resolve(id(), "main")).isEqualTo(commit);
  }

  @Test
  void aKeyInPemOpensItToo() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    userKey = rsa.generateKeyPair();
    StringWriter pem = new StringWriter();
    pem.write("-----BEGIN PRIVATE KEY-----\n");
    pem.write(Base64.getMimeEncoder().encodeToString(userKey.getPrivate().getEncoded()));
    pem.write("\n-----END PRIVATE KEY-----\n");
    bench.credentials(Map.of("sshPrivateKey", pem.toString()));
    assertThat(bench.repositories.resolve(id(), "main")).isEqualTo(commit);
  }

  @Test
  void anUnknownHostIsRefused() {
    bench.trust = GitTrust.DEFAULT;
    assertThatThrownBy(() -> bench.repositories.resolve(id(), "main"))
        .hasMessage(
            "cannot read the branches and tags of %s: the server's SSH key is not among the known"
                + " hosts (argocd-ssh-known-hosts-cm)",
            id());
  }

  @Test
  void aHostWithAnotherKeyIsRefusedUnlessInsecure() throws Exception {
    bench.trust =
        new GitTrust(knownHost(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256)), Map.of());
    assertThatThrownBy(() -> bench.repositories.resolve(id(), "main"))
        .hasMessageContaining("known hosts");

    bench.credentials(Map.of("sshPrivateKey", openSsh(userKey), "insecure", "true"));
    assertThat(bench.repositories.resolve(id(), "main")).isEqualTo(commit);
  }

  @Test
  void aWrongKeyIsSaidWithoutIt() throws Exception {
    bench.credentials(
        Map.of("sshPrivateKey", openSsh(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256))));
    assertThatThrownBy(() -> bench.repositories.resolve(id(), "main"))
        .hasMessageContaining("does not accept the credentials");

    bench.credentials(Map.of("sshPrivateKey", "nonsense"));
    assertThatThrownBy(() -> bench.repositories.resolve(id(), "main"))
        .hasMessageContaining("sshPrivateKey")
        .hasMessageNotContaining("nonsense");
  }
}
