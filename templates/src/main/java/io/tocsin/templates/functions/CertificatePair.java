package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A certificate and its private key, both in PEM, as templates get them.
 *
 * @param cert in templates {@code .Cert}
 * @param key in templates {@code .Key}
 */
record CertificatePair(String cert, String key) implements GoObject {
  @Override
  public String typeName() {
    return "sprig.certificate";
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Cert", cert);
    fields.put("Key", key);
    return fields;
  }
}
