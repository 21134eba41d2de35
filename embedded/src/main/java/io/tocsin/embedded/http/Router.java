package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.kinds.Kinds;
import java.util.List;
import java.util.Optional;

/** Finds who answers a request. */
final class Router {
  private final Kinds kinds;
  private final Discovery discovery;
  private final ObjectHandler objects;

  Router(Kinds kinds, ObjectHandler objects) {
    this.kinds = kinds;
    this.discovery = new Discovery(kinds);
    this.objects = objects;
  }

  /** Declines to change to a WebSocket, after which clients ask again for a plain stream. */
  Response route(Request request) {
    if (request.header("Upgrade").equalsIgnoreCase("websocket")) {
      return Response.text(200, "");
    }
    List<String> path = request.path();
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "api" -> core(request, path);
      case "apis" -> grouped(request, path);
      case "healthz", "livez", "readyz" -> Response.text(200, "ok");
      case "version" -> Response.json(200, ServerVersion.document());
      case "openapi" -> OpenApi.answer(request);
      default -> notFound();
    };
  }

  private Response core(Request request, List<String> path) {
    if (path.size() == 1) {
      return Response.json(200, discovery.coreVersions(request.header("Host")));
    }
    return inVersion(request, "", path.get(1), path.subList(2, path.size()));
  }

  private Response grouped(Request request, List<String> path) {
    if (path.size() == 1) {
      return Response.json(200, discovery.groups());
    }
    if (path.size() == 2) {
      return discovery
          .group(path.get(1))
          .map(group -> Response.json(200, group))
          .orElseGet(Router::notFound);
    }
    return inVersion(request, path.get(1), path.get(2), path.subList(3, path.size()));
  }

  private Response inVersion(Request request, String group, String version, List<String> rest) {
    if (kinds.in(group, version).isEmpty()) {
      return notFound();
    }
    if (rest.isEmpty()) {
      return Response.json(200, discovery.resources(group, version));
    }
    Optional<Target> target = Target.parse(kinds, group, version, rest);
    if (target.isPresent()) {
      return objects.handle(request, target.get());
    }
    if (kinds.in(group, version).getFirst().custom().isPresent()) {
      return notFound();
    }
    throw Failures.unknownResource();
  }

  private static Response notFound() {
    return Response.text(404, "404 page not found\n");
  }
}
