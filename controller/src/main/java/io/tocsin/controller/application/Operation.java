package io.tocsin.controller.application;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody asked for.
 *
 * @param sync absent in a request that asks for nothing, which is an error
 * @param content the whole of it, as the state of the operation repeats it
 */
public record Operation(
    Optional<SyncOperation> sync, Initiator initiatedBy, Retry retry, Map<String, Object> content) {
  /** Who asked: a user, or the controller itself. */
  public record Initiator(String username, boolean automated) {
    static final Initiator UNKNOWN = new Initiator("", false);

    static Initiator read(Fields fields) {
      return new Initiator(fields.text("username"), fields.flag("automated"));
    }

    Map<String, Object> written() {
      return new Written().text("username", username).flag("automated", automated).done();
    }
  }

  static Operation read(Fields fields) {
    return new Operation(
        fields.object("sync").map(SyncOperation::read),
        fields.object("initiatedBy").map(Initiator::read).orElse(Initiator.UNKNOWN),
        fields.object("retry").map(Retry::read).orElse(Retry.NEVER),
        fields.content());
  }

  /**
   * Reads an operation that stands alone.
   *
   * @throws InvalidSpecException when a field has the wrong type
   */
  public static Operation of(Map<String, Object> content) {
    return read(Fields.of(content));
  }
}
