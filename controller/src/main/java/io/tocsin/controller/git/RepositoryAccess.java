package io.tocsin.controller.git;

/** What is needed to get at repositories; asked anew for each request. Safe for many threads. */
public interface RepositoryAccess {
  /** The repository's credentials, {@link RepositoryCredentials#NONE} where there are none. */
  RepositoryCredentials credentials(RepositoryId repository);

  GitTrust trust();
}
