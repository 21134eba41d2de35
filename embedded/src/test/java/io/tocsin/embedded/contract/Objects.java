package io.tocsin.embedded.contract;

/** Objects that several tests use. */
final class Objects {
  private Objects() {}

  static String deployment(String name, int replicas) {
    return """
    {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%s"},"spec":{"replicas":%d,
     "selector":{"matchLabels":{"app":"%s"}},
     "template":{"metadata":{"labels":{"app":"%s"}},
      "spec":{"containers":[{"name":"main","image":"nginx:1"},{"name":"side","image":"side:1"}]}}}}
    """
        .formatted(name, replicas, name, name);
  }
}
