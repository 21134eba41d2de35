package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

/** A kind {@code Widget} in a group of its own. */
record CustomKind(String group) {
  static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

  static CustomKind unique() {
    return new CustomKind("g" + UUID.randomUUID().toString().substring(0, 8) + ".example.com");
  }

  String definitionPath() {
    return DEFINITIONS + "/widgets." + group;
  }

  String path(String namespace) {
    return "/apis/" + group + "/v1/namespaces/" + namespace + "/widgets";
  }

  String object(String name, String fields) {
    return "{\"apiVersion\":\"%s/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"%s\"},%s}"
        .formatted(group, name, fields);
  }

  /** Defines the kind and waits until it is served. */
  void define(Wire wire, String subresources) {
    assertThat(wire.post(DEFINITIONS, definition(subresources)).code()).isEqualTo(201);
    await().until(() -> wire.get("/apis/" + group + "/v1/widgets").code() == 200);
    await().until(() -> wire.get(definitionPath()).text().contains("InitialNamesAccepted"));
  }

  String definition(String subresources) {
    return """
    {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
     "metadata":{"name":"widgets.%1$s"},
     "spec":{"group":"%1$s","scope":"Namespaced",
      "names":{"plural":"widgets","kind":"Widget","shortNames":["wg"]},
      "versions":[{"name":"v1","served":true,"storage":true,"subresources":%2$s,
       "additionalPrinterColumns":[
        {"name":"Color","type":"string","jsonPath":".spec.color"},
        {"name":"Wide","type":"integer","jsonPath":".spec.size","priority":1}],
       "schema":{"openAPIV3Schema":{"type":"object","properties":{
        "spec":{"type":"object","properties":{
         "color":{"type":"string"},
         "size":{"type":"integer","default":3},
         "items":{"type":"array","x-kubernetes-list-type":"map",
          "x-kubernetes-list-map-keys":["id"],
          "items":{"type":"object","required":["id"],
           "properties":{"id":{"type":"string"},"value":{"type":"string"}}}}}},
        "status":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}]}}
    """
        .formatted(group, subresources);
  }
}
