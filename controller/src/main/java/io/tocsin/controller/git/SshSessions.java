package io.tocsin.controller.git;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** SSH with the key of a Secret; reads no file of the machine's user. */
final class SshSessions {
  private SshSessions() {}

  /**
   * @param home a folder of ours, where nothing is
   * @throws RepositoryException for a key that cannot be read
   */
  static SshdSessionFactory with(RepositoryCredentials credentials, GitTrust trust, Path home) {
    List<KeyPair> keys =
        credentials.sshPrivateKey().isEmpty()
            ? List.of()
            : List.of(Pem.privateKey("sshPrivateKey", credentials.sshPrivateKey()));
    KnownHosts hosts = new KnownHosts(trust.knownHosts(), credentials.insecure());
    return new SshdSessionFactoryBuilder()
        .setPreferredAuthentications("publickey,password")
        .setHomeDirectory(home.toFile())
        .setSshDirectory(home.toFile())
        .setConfigStoreFactory((ofHome, config, user) -> null)
        .setDefaultIdentities(folder -> List.of())
        .setDefaultKeysProvider(folder -> keys)
        .setServerKeyDatabase((ofHome, folder) -> hosts)
        .setConnectorFactory(null)
        .build(null);
  }
}
