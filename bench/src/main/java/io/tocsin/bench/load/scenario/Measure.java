package io.tocsin.bench.load.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is measured beside messages, processor time and memory. */
public enum Measure {
  /** How fast the API server is alone: two patches a turn, and a watcher who sees them. */
  @JsonProperty("alone")
  ALONE,
  /** How long the API server needs to list all applications. */
  @JsonProperty("list")
  LIST,
  /** What a Java process holds after a collection. */
  @JsonProperty("heap")
  HEAP
}
