package io.tocsin.embedded.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The version that clients adapt themselves to. */
final class ServerVersion {
  private static final String MINOR = "32";

  private ServerVersion() {}

  static Map<String, Object> document() {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("major", "1");
    version.put("minor", MINOR);
    version.put("gitVersion", "v1." + MINOR + ".0+tocsin");
    version.put("gitCommit", "");
    version.put("gitTreeState", "");
    version.put("buildDate", "1970-01-01T00:00:00Z");
    version.put("goVersion", "");
    version.put("compiler", "");
    version.put("platform", "java");
    return version;
  }
}
