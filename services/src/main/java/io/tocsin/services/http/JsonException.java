package io.tocsin.services.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Why a text is not the JSON that it should be. The message quotes nothing of the text. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }

  JsonException(JacksonException cause) {
    super(describe(cause), cause);
  }

  JsonException(String field, JacksonException cause) {
    super(field + ": " + describe(cause), cause);
  }

  private static String describe(JacksonException cause) {
    TokenStreamLocation place = cause.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return cause.getOriginalMessage().lines().findFirst().orElse("malformed JSON") + where;
  }
}
