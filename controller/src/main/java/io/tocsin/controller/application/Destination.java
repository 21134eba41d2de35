package io.tocsin.controller.application;

import java.util.Map;

/**
 * Where to: a cluster by the address of its API or by its name, and a namespace. Parts that are not
 * given are empty; that not both ways are used is for the caller to check.
 */
public record Destination(String server, String name, String namespace) {
  public static final Destination NONE = new Destination("", "", "");

  static Destination read(Fields fields) {
    return new Destination(fields.text("server"), fields.text("name"), fields.text("namespace"));
  }

  Map<String, Object> written() {
    return new Written()
        .text("server", server)
        .text("name", name)
        .text("namespace", namespace)
        .done();
  }
}
