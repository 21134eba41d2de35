package io.tocsin.controller.git;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/** Opens links to repositories, with the credentials that are theirs now. */
final class Links {
  private static final String TOKEN_USER = "x-access-token";

  private final GitSettings settings;
  private final RepositoryAccess access;
  private final GitHubAppTokens tokens;

  Links(GitSettings settings, RepositoryAccess access, Clock clock) {
    this.settings = settings;
    this.access = access;
    this.tokens = new GitHubAppTokens(clock);
  }

  RepositoryCredentials credentials(RepositoryId id) {
    return access.credentials(id);
  }

  /**
   * @param local into which is fetched; null for asking alone
   * @throws RepositoryException for a URL that leads nowhere we go
   */
  Link open(RepositoryId id, Repository local) throws IOException {
    RepositoryCredentials credentials = access.credentials(id);
    GitTrust trust = access.trust();
    URIish uri = uri(id);
    try {
      Transport transport = local == null ? Transport.open(uri) : Transport.open(local, uri);
      transport.setTimeout((int) Math.max(1, settings.silence().toSeconds()));
      SshdSessionFactory ssh = null;
      if (transport instanceof TransportHttp http) {
        prepare(http, id, credentials, trust);
      } else if (transport instanceof SshTransport overSsh) {
        ssh = SshSessions.with(credentials, trust, settings.folder().resolve("no-home"));
        overSsh.setSshSessionFactory(ssh);
        login(transport, id, credentials.username(), credentials.password());
      }
      return new Link(transport, ssh);
    } catch (org.eclipse.jgit.errors.NotSupportedException e) {
      throw new RepositoryException("%s is no URL of a Git repository".formatted(id));
    }
  }

  private void prepare(
      TransportHttp http, RepositoryId id, RepositoryCredentials credentials, GitTrust trust) {
    http.setHttpConnectionFactory(new HttpConnections(id.url(), credentials, trust));
    Optional<GitHubApp> app = credentials.gitHubApp();
    if (app.isPresent()) {
      login(http, id, TOKEN_USER, tokens.token(app.get(), id.url()));
    } else if (!credentials.bearerToken().isEmpty()) {
      http.setAdditionalHeaders(Map.of("Authorization", "Bearer " + credentials.bearerToken()));
    } else {
      login(http, id, credentials.username(), credentials.password());
    }
  }

  private static void login(Transport transport, RepositoryId id, String user, String password) {
    transport.setCredentialsProvider(new Login(GitUrls.host(id.url()), user, password));
  }

  private URIish uri(RepositoryId id) {
    String url = id.url();
    if (url.startsWith("file://")) {
      return new URIish().setScheme("file").setPath(local(id).toString());
    }
    boolean remote =
        url.startsWith("https://")
            || url.startsWith("http://")
            || url.startsWith("ssh://")
            || GitUrls.isSsh(url);
    if (!remote) {
      throw new RepositoryException(
          "%s is no URL of a repository: it must be https://, http://, ssh://, file:// or user@host:path"
              .formatted(id));
    }
    try {
      return new URIish(url);
    } catch (URISyntaxException e) {
      throw new RepositoryException("%s is no URL of a Git repository".formatted(id));
    }
  }

  private Path local(RepositoryId id) {
    try {
      Path path = Path.of(URI.create(id.url()).getPath()).toRealPath();
      for (Path root : settings.localRoots()) {
        if (path.startsWith(root.toRealPath())) {
          return path;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RepositoryException("there is no Git repository at %s".formatted(id), false, e);
    }
    throw new RepositoryException(
        "%s is in no folder from which repositories may be read".formatted(id));
  }
}
