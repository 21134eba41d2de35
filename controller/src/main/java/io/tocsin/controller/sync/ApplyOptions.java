package io.tocsin.controller.sync;

import java.util.Set;

/**
 * How an object is brought to the cluster.
 *
 * @param force whether what the server will not change is deleted and created; a replacement always
 *     is then
 * @param validate whether the server refuses fields that it does not know (from 1.25 on)
 * @param dryRun whether the server only says what it would do
 * @param migrated managers of fields whose client-side applies a server-side apply takes over
 */
public record ApplyOptions(
    Method method, boolean force, boolean validate, boolean dryRun, Set<String> migrated) {
  /** The ways to write an object. */
  public enum Method {
    /** A three-way merge of what was applied last, what is to be and what is there. */
    CLIENT,
    /** The server merges, by who manages which field. */
    SERVER,
    /** The object as it is, or nothing. */
    REPLACE
  }

  public ApplyOptions {
    migrated = Set.copyOf(migrated);
  }
}
