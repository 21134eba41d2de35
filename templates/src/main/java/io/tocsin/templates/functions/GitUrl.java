package io.tocsin.templates.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tocsin.templates.golang.GoException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Addresses of Git repositories, in URL form or as {@code user@host:path}. */
final class GitUrl {
  private static final Set<String> TRANSPORTS =
      Set.of("ssh", "git", "git+ssh", "http", "https", "ftp", "ftps", "rsync", "file");
  private static final Pattern SCP =
      Pattern.compile("^([a-zA-Z0-9-._~]+@)?([a-zA-Z0-9._-]+):([a-zA-Z0-9./._-]+)(?:\\?||$)(.*)$");
  private static final int LONGEST_SCP = 2048;

  private GitUrl() {}

  /** The address as people open it in a browser: https, and without a user. */
  static String https(String address) {
    return parse(address).with("https", null).toString();
  }

  /** Owner and name, such as {@code argoproj/argo-cd}; the path when it has fewer parts. */
  static String fullName(String address) {
    String path = parse(address).path();
    String bare = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
    List<String> parts =
        Arrays.stream(bare.split("/")).filter(part -> !part.isEmpty()).limit(2).toList();
    return parts.size() == 2 ? String.join("/", parts) : bare;
  }

  /** As the library git-urls reads it: what is neither form is a path. */
  private static GoUrl parse(String address) {
    try {
      GoUrl url = UrlParser.parse(address);
      if (TRANSPORTS.contains(url.scheme())) {
        return url;
      }
    } catch (GoException e) {
      // The text may still be of one of the other forms.
    }
    Matcher scp = SCP.matcher(address.length() > LONGEST_SCP ? "" : address);
    return scp.find()
        ? GoUrl.of("ssh", null, scp.group(2), scp.group(3), scp.group(4))
        : GoUrl.of("file", null, "", address, "");
  }
}
