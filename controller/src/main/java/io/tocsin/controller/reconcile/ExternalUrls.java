package io.tocsin.controller.reconcile;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where an Application can be reached from outside, as its Ingresses and annotations say. */
final class ExternalUrls {
  private static final String LINK = "link.argocd.argoproj.io/external-link";

  private ExternalUrls() {}

  /** Each once, in order. */
  static List<String> of(Collection<KubeObject> live) {
    Set<String> urls = new TreeSet<>();
    for (KubeObject object : live) {
      object.annotations().forEach((name, value) -> link(name, value, urls));
      if (object.kind().equals("Ingress")) {
        ingress(object, urls);
      }
    }
    return List.copyOf(urls);
  }

  /** A link may have a title before it, with a bar between. */
  private static void link(String name, String value, Set<String> urls) {
    if (name.equals(LINK) && !value.isBlank()) {
      urls.add(value.substring(value.indexOf('|') + 1).strip());
    }
  }

  private static void ingress(KubeObject ingress, Set<String> urls) {
    Set<Object> secure = new HashSet<>();
    boolean anyHost = false;
    for (Object each : ingress.list("spec", "tls")) {
      if (each instanceof Map<?, ?> tls) {
        List<?> hosts = tls.get("hosts") instanceof List<?> list ? list : List.of();
        anyHost |= hosts.isEmpty();
        secure.addAll(hosts);
      }
    }
    for (Object each : ingress.list("spec", "rules")) {
      if (each instanceof Map<?, ?> rule && rule.get("host") instanceof String host) {
        String scheme = anyHost || secure.contains(host) ? "https://" : "http://";
        paths(rule).forEach(path -> urls.add(scheme + host + path));
      }
    }
  }

  private static Set<String> paths(Map<?, ?> rule) {
    Set<String> paths = new TreeSet<>();
    if (rule.get("http") instanceof Map<?, ?> http && http.get("paths") instanceof List<?> list) {
      for (Object each : list) {
        Object path = each instanceof Map<?, ?> map ? map.get("path") : null;
        paths.add(path instanceof String text ? text.replaceFirst("/?\\*?$", "") : "");
      }
    }
    return paths.isEmpty() ? Set.of("") : paths;
  }
}
