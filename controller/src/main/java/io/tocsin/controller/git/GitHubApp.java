package io.tocsin.controller.git;

/**
 * A GitHub App as whose installation a repository is read.
 *
 * @param installation empty where it is to be looked up by the repository's owner
 * @param privateKey PEM, PKCS #1 or PKCS #8
 * @param apiUrl such as {@code https://api.github.com}, without a slash at its end
 */
record GitHubApp(String id, String installation, String privateKey, String apiUrl) {
  private static final String PUBLIC_API = "https://api.github.com";

  GitHubApp {
    apiUrl = apiUrl.isBlank() ? PUBLIC_API : apiUrl.strip().replaceFirst("/+$", "");
  }

  @Override
  public String toString() {
    return "GitHub App " + id;
  }
}
