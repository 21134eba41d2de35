package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoObject;

/**
 * What the repository of the application in question says. Whoever renders implements it, for one
 * application; an implementation may throw an exception of its own to stop a rendering until the
 * answer is there.
 */
public interface RepositoryDetails {
  /**
   * A commit, with the fields {@code Message}, {@code Author}, {@code Date} and {@code Tags}; see
   * {@link CommitMetadata}.
   *
   * @throws GoException when the commit cannot be read
   */
  GoObject commitMetadata(String revision);

  /**
   * What is deployed, with the fields {@code Type}, {@code Helm}, {@code Kustomize} and {@code
   * Directory}.
   *
   * @throws GoException when the repository cannot be read
   */
  GoObject appDetails();
}
