package io.tocsin.controller.runtime;

import io.tocsin.controller.runtime.ObjectInformer.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Lists the objects of a scope page by page. While the objects of one page are looked at, the next
 * is read: server and reader work at the same time, and no more than two pages are held.
 */
final class ObjectListing {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Bytes that a page should have. */
  private static final long SIZE = 1 << 22;

  /** Objects of the first page, when nothing is known of their size, and the most of any. */
  private static final int FIRST = 20;

  private static final int MOST = 500;

  private final ApiConnection api;
  private final Scope scope;
  private final Set<ObjectKey> keys = new HashSet<>();
  private int limit = FIRST;

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
    Consumer<KubeObject> taken =
        item -> {
          KubeObject typed = typed(item);
          keys.add(typed.key());
          each.accept(typed);
        };
    ListPage page = read("", new ListPage());
    ListPage other = new ListPage();
    while (!page.next().isEmpty()) {
      String next = page.next();
      ListPage free = other;
      limit = Math.clamp(limit * SIZE / page.size(), 1, MOST);
      FutureTask<ListPage> ahead = new FutureTask<>(() -> read(next, free));
      Thread.ofVirtual().name("list-" + scope.kind().plural()).start(ahead);
      try {
        page.items(taken);
        other = page;
        page = await(ahead);
      } finally {
        ahead.cancel(true);
      }
    }
    page.items(taken);
    return page.version();
  }

  /** Which objects there are. */
  Set<ObjectKey> keys() {
    return keys;
  }

  private ListPage read(String from, ListPage page) throws IOException, InterruptedException {
    Map<String, String> query = new LinkedHashMap<>(scope.selection());
    query.put("limit", Integer.toString(limit));
    if (!from.isEmpty()) {
      query.put("continue", from);
    }
    try (InputStream in = api.read(scope.path(), query, LIMIT)) {
      page.fill(in);
    }
    return page;
  }

  private static ListPage await(FutureTask<ListPage> ahead)
      throws IOException, InterruptedException {
    try {
      return ahead.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        default -> throw new IOException(e.getCause());
      }
    }
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
