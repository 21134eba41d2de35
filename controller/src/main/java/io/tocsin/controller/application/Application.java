package io.tocsin.controller.application;

import io.tocsin.controller.runtime.KubeObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An Application as the controller reads it.
 *
 * @param object the whole object, with the fields that nothing here reads
 * @param operation what somebody asked for and nobody has taken on yet
 */
public record Application(
    KubeObject object,
    ApplicationSpec spec,
    Optional<Operation> operation,
    ApplicationStatus status) {
  public static final String DELETION_APPROVED = "argocd.argoproj.io/deletion-approved";

  /**
   * Reads an Application.
   *
   * @throws InvalidSpecException when a field has the wrong type
   */
  public static Application of(KubeObject object) {
    Fields fields = Fields.of(object.content());
    return new Application(
        object,
        ApplicationSpec.read(
            fields.object("spec").orElseThrow(() -> new InvalidSpecException("spec is missing."))),
        fields.object("operation").map(Operation::read),
        fields.object("status").map(ApplicationStatus::read).orElse(ApplicationStatus.NONE));
  }

  public String name() {
    return object.name();
  }

  public String namespace() {
    return object.namespace();
  }

  /** What tracks its resources: the name, or {@code namespace_name} outside the control plane. */
  public String instanceName(String controlPlaneNamespace) {
    return namespace().isEmpty() || namespace().equals(controlPlaneNamespace)
        ? name()
        : namespace() + "_" + name();
  }

  public List<String> finalizers() {
    return object.list("metadata", "finalizers").stream().map(String::valueOf).toList();
  }

  public Optional<Instant> deletedAt() {
    return object.time("metadata", "deletionTimestamp");
  }

  /** Whether somebody approved deletions at or after the instant by annotation. */
  public boolean deletionApprovedSince(Instant since) {
    return object
        .time("metadata", "annotations", DELETION_APPROVED)
        .filter(approved -> !approved.isBefore(since))
        .isPresent();
  }
}
