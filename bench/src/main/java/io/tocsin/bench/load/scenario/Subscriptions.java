package io.tocsin.bench.load.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where subscriptions are written. */
public enum Subscriptions {
  /** On each application. */
  @JsonProperty("annotations")
  ANNOTATIONS,
  /** In the ConfigMap, with label selectors. */
  @JsonProperty("global")
  GLOBAL
}
