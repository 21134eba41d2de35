package io.tocsin.controller.git;

import java.time.Instant;
import java.util.List;

/**
 * Who changed what, and why.
 *
 * @param author such as {@code Ann <ann@example.com>}
 * @param date of the authorship
 * @param tags that name the commit, in order
 * @param signatureInfo always empty: signatures are not checked
 */
public record CommitMetadata(
    String author, Instant date, List<String> tags, String message, String signatureInfo) {
  public CommitMetadata {
    tags = List.copyOf(tags);
  }
}
