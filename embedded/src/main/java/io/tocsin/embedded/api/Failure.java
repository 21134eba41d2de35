package io.tocsin.embedded.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is refused. Carries the {@code Status} object that tells why. */
public final class Failure extends RuntimeException {
  private final int code;
  private final String reason;
  private final transient Map<String, Object> details;
  private final String token;

  /**
   * @param code HTTP status
   * @param reason a reason of the Kubernetes API such as {@code NotFound}, or empty
   * @param details the field of that name, left out when it is null
   */
  Failure(int code, String reason, String message, Map<String, Object> details) {
    this(code, reason, message, details, "");
  }

  private Failure(
      int code, String reason, String message, Map<String, Object> details, String token) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
    this.details = details;
    this.token = token;
  }

  /** The same with a token by which a list can go on all the same. */
  public Failure continuing(String continueToken) {
    return new Failure(code, reason, getMessage(), details, continueToken);
  }

  /** The HTTP status. */
  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  /** The {@code Status} object. */
  public Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("kind", "Status");
    status.put("apiVersion", "v1");
    status.put("metadata", token.isEmpty() ? Map.of() : Map.of("continue", token));
    status.put("status", "Failure");
    status.put("message", getMessage());
    if (!reason.isEmpty()) {
      status.put("reason", reason);
    }
    if (details != null) {
      status.put("details", details);
    }
    status.put("code", (long) code);
    return status;
  }
}
