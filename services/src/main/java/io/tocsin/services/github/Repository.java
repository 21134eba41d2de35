package io.tocsin.services.github;

import io.tocsin.services.http.Undelivered;
import io.tocsin.services.http.Urls;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository of GitHub, by its owner's and its own name. */
record Repository(String owner, String name) {
  private static final Pattern SCP = Pattern.compile("(?:[^@/]+@)?([^:/]+):(?!//)/?(.*)");

  /**
   * Reads the names from any URL that git takes.
   *
   * @throws Undelivered when there are none
   */
  static Repository of(String url) {
    Matcher scp = SCP.matcher(url);
    String path = scp.matches() ? scp.group(2) : url.replaceFirst("^\\w[\\w+.-]*://[^/]*", "");
    String[] names = path.replaceFirst("\\.git/?$", "").replaceFirst("^/+", "").split("/+");
    if (names.length < 2 || names[0].isEmpty()) {
      throw Undelivered.rejected("github needs a repository's URL, and cannot read " + url);
    }
    return new Repository(names[0], names[1]);
  }

  /** Where the API has it. */
  String path() {
    return "/repos/" + Urls.encode(owner) + "/" + Urls.encode(name);
  }
}
