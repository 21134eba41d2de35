package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.ledger.Percentiles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of objects, read without looking at the items. */
public final class Listing {
  private static final int TIMES = 3;
  private static final Pattern CONTINUE = Pattern.compile("\"continue\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");

  private Listing() {}

  /**
   * The seconds that a list of all objects of some kinds takes, kind by kind and page by page: the
   * middle one of three.
   *
   * @param page how many a page holds
   */
  public static double seconds(Api api, List<Served> kinds, int page) {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      kinds.forEach(kind -> list(api, kind, "?limit=" + page));
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return Percentiles.of(seconds).at(50);
  }

  private static void list(Api api, Served kind, String query) {
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String from =
          next.get().isEmpty()
              ? ""
              : "&continue=" + URLEncoder.encode(next.get(), StandardCharsets.UTF_8);
      next = found(CONTINUE, kind, answer(api, kind, query + from));
    }
  }

  /** The version that a watch of everything to come begins at. */
  static String version(Api api, Served kind) {
    return found(VERSION, kind, answer(api, kind, "?limit=1"))
        .orElseThrow(() -> new IllegalStateException("A list has no resource version."));
  }

  private static String answer(Api api, Served kind, String query) {
    api.own().count("LIST", kind.resource());
    Api.Answer answer = api.get(kind.path() + query);
    if (!answer.isGood()) {
      throw new IllegalStateException("GET %s: %s".formatted(kind.path() + query, answer.text()));
    }
    return answer.text();
  }

  /** The list's own metadata stand behind its kind, whether that is before the items or behind. */
  private static Optional<String> found(Pattern pattern, Served kind, String answer) {
    int from = Math.max(0, answer.lastIndexOf("\"kind\":\"%sList\"".formatted(kind.kind())));
    Matcher matcher = pattern.matcher(answer).region(from, answer.length());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
