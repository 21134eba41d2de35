package io.tocsin.notifier.sample;

import io.tocsin.templates.functions.CommitMetadata;
import io.tocsin.templates.functions.RepositoryDetails;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.time.GoTime;
import java.util.List;

/** A repository whose every commit is the same one. Immutable. */
public record SampleRepository(String message) implements RepositoryDetails {
  static SampleRepository plain() {
    return new SampleRepository("Raise the memory limit of the frontend");
  }

  static SampleRepository saying(String message) {
    return new SampleRepository(message);
  }

  @Override
  public GoObject commitMetadata(String revision) {
    return new CommitMetadata(
        message, "Jo <jo@example.com>", GoTime.parse("2026-03-02T08:58:00Z"), List.of("v1.4.2"));
  }

  @Override
  public GoObject appDetails() {
    return new SampleDetails();
  }
}
