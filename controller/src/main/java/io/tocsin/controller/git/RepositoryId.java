package io.tocsin.controller.git;

/**
 * A repository, as applications of one project see it: credentials may belong to a project.
 *
 * @param url as the application has it
 * @param project empty where none is meant
 */
public record RepositoryId(String url, String project) {
  public RepositoryId {
    url = url.strip();
  }

  /** The repository for every project. */
  public static RepositoryId of(String url) {
    return new RepositoryId(url, "");
  }

  /** The URL without user and password. */
  @Override
  public String toString() {
    return GitUrls.show(url);
  }
}
