package io.tocsin.controller.runtime;

import io.tocsin.controller.runtime.ObjectInformer.Scope;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a kind of object cannot be listed or watched, once for as long as it lasts. */
final class WatchFailures {
  private static final Logger log = LoggerFactory.getLogger(WatchFailures.class);

  private final String resource;
  private final String what;
  private volatile String last = "";

  /** No failure yet. */
  WatchFailures(Scope scope) {
    resource = scope.kind().resource();
    what = resource + scope.name().map(name -> " " + name).orElse("");
  }

  /** One sentence, or empty. */
  String last() {
    return last;
  }

  void forget() {
    last = "";
  }

  void add(Throwable cause) {
    String sentence = sentence(cause);
    if (!sentence.equals(last)) {
      last = sentence;
      log.warn("{}; tried again until it works", sentence);
    }
  }

  private String sentence(Throwable cause) {
    Throwable root = cause;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      int code = next instanceof ApiFailure refusal ? refusal.code() : 0;
      if (code == HttpURLConnection.HTTP_NOT_FOUND) {
        return "the API server does not serve %s: is its CustomResourceDefinition installed?"
            .formatted(resource);
      }
      if (code == HttpURLConnection.HTTP_FORBIDDEN) {
        return "listing and watching %s is forbidden to this user".formatted(what);
      }
      if (next instanceof ConnectException) {
        return "listing and watching %s failed: the API server does not answer".formatted(what);
      }
      root = next;
    }
    String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return "listing and watching %s failed: %s".formatted(what, reason);
  }
}
