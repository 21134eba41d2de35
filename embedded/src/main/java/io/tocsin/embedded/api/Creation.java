package io.tocsin.embedded.api;

import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Creates objects. */
final class Creation {
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX_LENGTH = 5;
  private static final int LONGEST_BASE = 58;

  private final SecureRandom random = new SecureRandom();
  private final Lifecycle lifecycle;
  private final Clock clock;

  Creation(Lifecycle lifecycle, Clock clock) {
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  Stored create(
      Transaction open,
      ResourceType type,
      String namespace,
      Map<String, Object> body,
      WriteOptions options) {
    Metadata.of(body).set("managedFields", null);
    return create(open, type, namespace, body, options, false);
  }

  /** Creates an object whose fields have owners. */
  Stored owned(
      Transaction open,
      ResourceType type,
      String namespace,
      Map<String, Object> body,
      WriteOptions options) {
    return create(open, type, namespace, body, options, false);
  }

  /** Creates an object with the status that it has. */
  Stored put(Transaction open, ResourceType type, String namespace, Map<String, Object> body) {
    return create(open, type, namespace, body, WriteOptions.DEFAULT, true);
  }

  private Stored create(
      Transaction open,
      ResourceType type,
      String namespace,
      Map<String, Object> body,
      WriteOptions options,
      boolean withStatus) {
    Bodies.checkKind(type, body);
    Metadata metadata = Metadata.of(body);
    Bodies.checkNamespace(type, namespace, metadata);
    checkNamespaceIsActive(open, type, namespace, metadata);
    if (!metadata.version().isEmpty()) {
      throw Failures.internal("resourceVersion should not be set on objects to be created");
    }
    name(type, metadata);
    String now = Times.text(clock.instant());
    stamp(type, metadata, now);
    Object status = body.get("status");
    Preparation.create(type, body, now);
    if (withStatus && status != null) {
      body.put("status", status);
    }
    Validation.check(type, body);
    Key key = type.key(namespace, metadata.name());
    if (open.get(key).isPresent()) {
      throw Failures.alreadyExists(type, metadata.name());
    }
    Map<String, Object> stored = type.stored(body);
    return options.dryRun()
        ? Stored.of(key, open.version(), stored)
        : lifecycle.saved(open, open.put(key, stored));
  }

  private void name(ResourceType type, Metadata metadata) {
    String base = metadata.text("generateName");
    if (metadata.name().isEmpty() && !base.isEmpty()) {
      String cut = base.length() > LONGEST_BASE ? base.substring(0, LONGEST_BASE) : base;
      metadata.set("name", cut + suffix());
    }
    if (metadata.name().isEmpty()) {
      throw Failures.invalid(
          type,
          "",
          "FieldValueRequired",
          "metadata.name",
          "Required value: name or generateName is required");
    }
  }

  private String suffix() {
    StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return suffix.toString();
  }

  private static void stamp(ResourceType type, Metadata metadata, String now) {
    metadata.set("uid", UUID.randomUUID().toString());
    metadata.set("creationTimestamp", now);
    metadata.set("generation", type.rules().generation() ? 1L : null);
    metadata.set("deletionTimestamp", null);
    metadata.set("deletionGracePeriodSeconds", null);
    metadata.set("selfLink", null);
  }

  private static void checkNamespaceIsActive(
      Transaction open, ResourceType type, String namespace, Metadata metadata) {
    if (!type.namespaced()) {
      return;
    }
    Stored found =
        open.get(new Key("namespaces", "", namespace))
            .orElseThrow(() -> Failures.namespaceNotFound(namespace));
    if (Metadata.of(found.object()).isTerminating()) {
      throw Failures.forbidden(
          type,
          metadata.name(),
          "unable to create new content in namespace %s because it is being terminated"
              .formatted(namespace));
    }
  }
}
