package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.ledger.Percentiles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of Applications, read without looking at the items. */
public final class Listing {
  private static final int TIMES = 3;
  private static final Pattern CONTINUE = Pattern.compile("\"continue\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");
  private static final String KIND = "\"kind\":\"ApplicationList\"";

  private Listing() {}

  /**
   * The seconds that a list of all applications takes, page by page: the middle one of three.
   *
   * @param page how many a page holds
   */
  public static double seconds(Api api, String namespace, int page) {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      list(api, Applications.path(namespace) + "?limit=" + page);
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return Percentiles.of(seconds).at(50);
  }

  private static void list(Api api, String path) {
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String from =
          next.get().isEmpty()
              ? ""
              : "&continue=" + URLEncoder.encode(next.get(), StandardCharsets.UTF_8);
      next = found(CONTINUE, answer(api, path + from));
    }
  }

  /** The version that a watch of everything to come begins at. */
  static String version(Api api, String namespace) {
    return found(VERSION, answer(api, Applications.path(namespace) + "?limit=1"))
        .orElseThrow(() -> new IllegalStateException("A list has no resource version."));
  }

  private static String answer(Api api, String path) {
    api.own().count("LIST", Applications.RESOURCE);
    Api.Answer answer = api.get(path);
    if (!answer.isGood()) {
      throw new IllegalStateException("GET %s: %s".formatted(path, answer.text()));
    }
    return answer.text();
  }

  /** The list's own metadata stand behind its kind, whether that is before the items or behind. */
  private static Optional<String> found(Pattern pattern, String answer) {
    int from = Math.max(0, answer.lastIndexOf(KIND));
    Matcher matcher = pattern.matcher(answer).region(from, answer.length());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
