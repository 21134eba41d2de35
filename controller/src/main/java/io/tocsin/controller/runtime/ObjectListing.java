package io.tocsin.controller.runtime;

import io.tocsin.controller.runtime.ObjectInformer.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Lists the objects of a scope page by page; no more than one object is held at a time. */
final class ObjectListing {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String PAGE = "200";

  private final ApiConnection api;
  private final Scope scope;
  private final Set<ObjectKey> keys = new HashSet<>();
  private KubeObject page = new KubeObject(Map.of());

  ObjectListing(ApiConnection api, Scope scope) {
    this.api = api;
    this.scope = scope;
  }

  /**
   * Reads all pages, once.
   *
   * @return the version of the list, after which a watch goes on
   * @throws ApiFailure when the server refuses, also when the list has become too old to go on
   */
  String read(Consumer<KubeObject> each) throws IOException, InterruptedException {
    Map<String, String> query = new LinkedHashMap<>(scope.selection());
    query.put("limit", PAGE);
    String next;
    do {
      try (InputStream in = api.read(scope.path(), query, LIMIT);
          JsonParser parser = ObjectCodec.parser(in)) {
        read(parser, each);
      }
      next = page.text("metadata", "continue").orElse("");
      query.put("continue", next);
    } while (!next.isEmpty());
    return page.resourceVersion();
  }

  /** Which objects there are. */
  Set<ObjectKey> keys() {
    return keys;
  }

  private void read(JsonParser parser, Consumer<KubeObject> each) {
    parser.nextToken();
    ObjectCodec.expectObject(parser);
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("items") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          KubeObject item = typed(ObjectCodec.read(parser));
          keys.add(item.key());
          each.accept(item);
        }
      } else {
        fields.put(name, ObjectCodec.value(parser));
      }
    }
    page = new KubeObject(fields);
  }

  /** In a list of a kind that is built in, the items do not say what they are. */
  private KubeObject typed(KubeObject item) {
    if (!item.kind().isEmpty()) {
      return item;
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("apiVersion", scope.kind().apiVersion());
    content.put("kind", scope.kind().kind());
    content.putAll(item.content());
    return new KubeObject(content);
  }
}
