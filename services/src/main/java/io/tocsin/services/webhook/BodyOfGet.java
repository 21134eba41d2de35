package io.tocsin.services.webhook;

import io.tocsin.services.fields.Lint;
import io.tocsin.services.options.Keys;
import io.tocsin.services.options.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Warns of a body that a request without a method does not carry. */
final class BodyOfGet implements Lint {
  @Override
  public List<Remark> problems(Object definition) {
    List<Remark> problems = new ArrayList<>();
    if (definition instanceof Map<?, ?> services) {
      services.forEach(
          (name, request) -> {
            if (request instanceof Map<?, ?> fields && lost(fields)) {
              String body = "webhook." + name + ".body";
              problems.add(new Remark(body, body + ": is not sent with GET; say method: POST"));
            }
          });
    }
    return problems;
  }

  private static boolean lost(Map<?, ?> fields) {
    Object method = Keys.find(fields, "method");
    boolean get = method == null || method.equals("") || method.equals("GET");
    Object body = Keys.find(fields, "body");
    return get && body != null && !body.equals("");
  }
}
