package io.tocsin.embedded.http;

import io.tocsin.embedded.api.Applied;
import io.tocsin.embedded.api.DeleteOptions;
import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.api.ObjectApi;
import io.tocsin.embedded.api.WriteOptions;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.Patch;
import io.tocsin.embedded.store.Stored;
import java.util.Map;

/** Answers requests for objects. */
final class ObjectHandler {
  private final ObjectApi objects;
  private final Readers readers;
  private final RequestLog log;

  ObjectHandler(ObjectApi objects, Readers readers, RequestLog log) {
    this.objects = objects;
    this.readers = readers;
    this.log = log;
  }

  Response handle(Request request, Target target) {
    String verb = verb(request, target);
    log.count(verb, target.type().resource());
    return switch (verb) {
      case "list" -> readers.list(request, target);
      case "watch" -> readers.watch(request, target);
      case "get" -> readers.get(request, target, objects.get(target.type(), target.key()));
      case "create" -> create(request, target);
      case "update" -> update(request, target);
      case "patch" -> patch(request, target);
      case "delete" -> delete(request, target);
      default -> deleteCollection(request, target);
    };
  }

  private static String verb(Request request, Target target) {
    boolean collection = target.isCollection();
    return switch (request.method()) {
      case "GET", "HEAD" -> {
        boolean watch = target.watch() || (collection && request.flag("watch"));
        yield watch ? "watch" : collection ? "list" : "get";
      }
      case "POST" -> allowed("create", collection && hasScope(target));
      case "PUT" -> allowed("update", !collection);
      case "PATCH" -> allowed("patch", !collection);
      case "DELETE" -> {
        String verb = collection ? "deletecollection" : "delete";
        yield allowed(verb, target.subresource().isEmpty() && hasScope(target));
      }
      default -> throw Failures.methodNotAllowed();
    };
  }

  private static boolean hasScope(Target target) {
    return !target.type().namespaced() || !target.namespace().isEmpty();
  }

  private static String allowed(String verb, boolean allowed) {
    if (!allowed) {
      throw Failures.methodNotAllowed();
    }
    return verb;
  }

  private Response create(Request request, Target target) {
    Map<String, Object> body = request.object(target.type().kind());
    Stored created = objects.create(target.type(), target.namespace(), body, writeOptions(request));
    return Response.json(201, target.type().json(created));
  }

  private Response update(Request request, Target target) {
    if (isScale(target)) {
      Map<String, Object> scale = request.object("Scale");
      return scale(target, present -> scale, writeOptions(request));
    }
    Map<String, Object> body = request.object(target.type().kind());
    Stored updated =
        objects.update(
            target.type(), target.key(), target.subresource(), body, writeOptions(request));
    return Response.json(200, target.type().json(updated));
  }

  private Response patch(Request request, Target target) {
    if (request.mediaType().equals("application/apply-patch+yaml") && !isScale(target)) {
      return apply(request, target);
    }
    if (request.flag("force")) {
      throw Failures.forceWithoutApply();
    }
    Patch patch = Patches.read(request, target.type());
    if (isScale(target)) {
      return scale(target, patch, writeOptions(request));
    }
    Stored patched =
        objects.patch(
            target.type(), target.key(), target.subresource(), patch, writeOptions(request));
    return Response.json(200, target.type().json(patched));
  }

  private static boolean isScale(Target target) {
    return target.subresource().equals("scale");
  }

  private Response scale(Target target, Patch change, WriteOptions options) {
    ResourceType type = target.type();
    Stored scaled = objects.scale(type, target.key(), change, options);
    return Response.json(200, type.scaling().read(type.served(scaled)));
  }

  private Response apply(Request request, Target target) {
    String manager = request.parameter("fieldManager");
    WriteOptions options =
        new WriteOptions(!request.parameter("dryRun").isEmpty(), manager, request.flag("force"));
    Applied applied =
        objects.apply(
            target.type(),
            target.key(),
            target.subresource(),
            Patches.configuration(request),
            options);
    return Response.json(applied.created() ? 201 : 200, target.type().json(applied.stored()));
  }

  private static WriteOptions writeOptions(Request request) {
    String manager = request.parameter("fieldManager");
    String agent = request.header("User-agent");
    int slash = agent.indexOf('/');
    return new WriteOptions(
        !request.parameter("dryRun").isEmpty(),
        manager.isEmpty() ? (slash < 0 ? agent : agent.substring(0, slash)) : manager,
        request.flag("force"));
  }

  private Response delete(Request request, Target target) {
    ResourceType type = target.type();
    Stored left = objects.delete(type, target.key(), deleteOptions(request));
    boolean held =
        Tree.map(left.object(), "metadata").get("deletionTimestamp") != null
            && !Tree.list(Tree.map(left.object(), "metadata"), "finalizers").isEmpty();
    return Response.json(200, held ? type.json(left) : Deleted.status(type, left));
  }

  private Response deleteCollection(Request request, Target target) {
    Page page = readers.page(request, target);
    objects.deleteAll(
        target.type(), page.objects().stream().map(Stored::key).toList(), deleteOptions(request));
    return readers.list(target, page);
  }

  private static DeleteOptions deleteOptions(Request request) {
    Map<String, Object> body =
        request.body().bytes().length == 0 ? Map.of() : request.object("DeleteOptions");
    DeleteOptions options = DeleteOptions.of(body);
    String propagation = request.parameter("propagationPolicy");
    return new DeleteOptions(
        options.uid(),
        options.version(),
        propagation.isEmpty() ? options.propagation() : propagation,
        options.dryRun() || !request.parameter("dryRun").isEmpty());
  }
}
