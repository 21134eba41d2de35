package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.store.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a list in pages goes on.
 *
 * @param version the version that all pages show; -1 for whatever is current
 * @param after namespace and name of the last object shown
 */
record Continuation(long version, String after) {
  /** The version that stands for whatever is current. */
  static final long CURRENT = -1;

  static String path(Key key) {
    return key.namespace() + "/" + key.name();
  }

  String token() {
    Map<String, Object> token = new LinkedHashMap<>();
    token.put("v", "meta.k8s.io/v1");
    token.put("rv", version);
    token.put("start", after);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
  }

  static Continuation parse(String token) {
    try {
      Map<String, Object> fields = Json.object(Base64.getUrlDecoder().decode(token));
      return new Continuation(Long.parseLong(Tree.text(fields, "rv")), Tree.text(fields, "start"));
    } catch (RuntimeException e) {
      throw Failures.badRequest("invalid continue token: continue key is not valid");
    }
  }
}
