package io.tocsin.controller.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Tells user and password to one host, and to no other that it redirects to. */
final class Login extends CredentialsProvider {
  private final String host;
  private final String user;
  private final String password;

  Login(String host, String user, String password) {
    this.host = host;
    this.user = user;
    this.password = password;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    boolean known = password.isEmpty() || !supports(items) || !host.equalsIgnoreCase(uri.getHost());
    if (known) {
      return false;
    }
    for (CredentialItem item : items) {
      switch (item) {
        case CredentialItem.Username name -> name.setValue(user);
        case CredentialItem.Password secret -> secret.setValue(password.toCharArray());
        default -> {
          return false;
        }
      }
    }
    return true;
  }
}
