package io.tocsin.embedded.http;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Answers requests that read. */
final class Readers {
  private final Database database;
  private final Lister lister;
  private final Gate gate;
  private final Duration bookmarkInterval;
  private final Clock clock;

  Readers(Database database, Gate gate, Duration bookmarkInterval, Clock clock) {
    this.clock = clock;
    this.database = database;
    this.lister = new Lister(database);
    this.gate = gate;
    this.bookmarkInterval = bookmarkInterval;
  }

  Response get(Request request, Target target, Stored stored) {
    ResourceType type = target.type();
    if (target.subresource().equals("scale")) {
      return Response.json(200, type.scaling().read(type.served(stored)));
    }
    return Tables.wanted(request, type, clock)
        .map(table -> Response.json(200, table.json(Map.of(), List.of(stored), true)))
        .orElseGet(() -> Response.json(200, type.json(stored)));
  }

  Response list(Request request, Target target) {
    Page page = page(request, target);
    return Tables.wanted(request, target.type(), clock)
        .map(table -> Response.json(200, table.json(metadata(page), page.objects(), true)))
        .orElseGet(() -> list(target, page));
  }

  /** The objects of a request for a collection. */
  Page page(Request request, Target target) {
    return lister.list(Selection.of(target, request), request);
  }

  Response list(Target target, Page page) {
    ResourceType type = target.type();
    List<byte[]> pieces = new ArrayList<>(2 * page.objects().size() + 2);
    pieces.add(
        ascii(
            "{\"kind\":\"%s\",\"apiVersion\":\"%s\",\"metadata\":%s,\"items\":["
                .formatted(
                    type.names().listKind(),
                    type.apiVersion(),
                    new String(Json.bytes(metadata(page)), StandardCharsets.UTF_8))));
    for (Stored stored : page.objects()) {
      if (pieces.size() > 1) {
        pieces.add(ascii(","));
      }
      pieces.add(type.json(stored));
    }
    pieces.add(ascii("]}\n"));
    return new Response.Whole(200, "application/json", pieces);
  }

  private static Map<String, Object> metadata(Page page) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("resourceVersion", Long.toString(page.version()));
    if (!page.token().isEmpty()) {
      metadata.put("continue", page.token());
    }
    if (page.remaining() >= 0) {
      metadata.put("remainingItemCount", page.remaining());
    }
    return metadata;
  }

  Response watch(Request request, Target target) {
    WatchOptions options =
        WatchOptions.of(Selection.of(target, request), request, bookmarkInterval);
    return new Response.Streamed(
        "application/json", new WatchStream(database, gate, options, encoder(request, target)));
  }

  private Function<Stored, byte[]> encoder(Request request, Target target) {
    ResourceType type = target.type();
    AtomicBoolean first = new AtomicBoolean(true);
    return Tables.wanted(request, type, clock)
        .<Function<Stored, byte[]>>map(
            table -> stored -> table.json(version(stored), List.of(stored), first.getAndSet(false)))
        .orElse(type::json);
  }

  private static Map<String, Object> version(Stored stored) {
    return Map.of("resourceVersion", Long.toString(stored.version()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
