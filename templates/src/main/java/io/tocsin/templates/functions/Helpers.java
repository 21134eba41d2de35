package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.TIME;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoLocation;
import io.tocsin.templates.golang.time.GoTime;
import io.tocsin.templates.golang.time.Layouts;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables {@code time}, {@code strings} and {@code repo} that Argo CD gives templates and
 * conditions. Immutable and thread-safe.
 */
public final class Helpers {
  private final Map<String, Object> pure;

  /**
   * @param clock what {@code time.Now} tells
   */
  public Helpers(Clock clock) {
    this.pure = Map.of("time", time(clock), "strings", strings(), "repo", repository());
  }

  /** The variables by that clock, without the functions of {@code repo} that ask a repository. */
  public static Map<String, Object> variables(Clock clock) {
    return new Helpers(clock).variables();
  }

  /** The variables without the functions of {@code repo} that ask a repository. Immutable. */
  public Map<String, Object> variables() {
    return pure;
  }

  /**
   * The variables with {@code repo.GetCommitMetadata} and {@code repo.GetAppDetails}. Immutable.
   */
  public Map<String, Object> variables(RepositoryDetails details) {
    return with(details, pure);
  }

  /** The same, of variables that were made before; what else is among them stays. Immutable. */
  public static Map<String, Object> with(RepositoryDetails details, Map<String, Object> variables) {
    Map<String, Object> repo = new HashMap<>(Args.map(variables.get("repo")));
    put(repo, "GetCommitMetadata", ANY, a -> details.commitMetadata(Args.text(a, 0)), STRING);
    put(repo, "GetAppDetails", ANY, none -> details.appDetails());
    Map<String, Object> all = new HashMap<>(variables);
    all.put("repo", Map.copyOf(repo));
    return Map.copyOf(all);
  }

  private static void put(
      Map<String, Object> map,
      String name,
      GoType result,
      GoFunction.Body body,
      GoType... parameters) {
    map.put(name, GoFunction.of(name, result, body, parameters));
  }

  private static Map<String, Object> time(Clock clock) {
    Map<String, Object> time = new HashMap<>();
    put(time, "Parse", TIME, a -> GoTime.parse(Args.text(a, 0)), STRING);
    put(time, "Now", TIME, none -> GoTime.of(clock.instant()).in(GoLocation.LOCAL));
    time.put("Nanosecond", GoDuration.NANOSECOND);
    time.put("Microsecond", GoDuration.MICROSECOND);
    time.put("Millisecond", GoDuration.MILLISECOND);
    time.put("Second", GoDuration.SECOND);
    time.put("Minute", GoDuration.MINUTE);
    time.put("Hour", GoDuration.HOUR);
    time.put("Layout", Layouts.LAYOUT);
    time.put("ANSIC", Layouts.ANSIC);
    time.put("UnixDate", Layouts.UNIX_DATE);
    time.put("RubyDate", Layouts.RUBY_DATE);
    time.put("RFC822", Layouts.RFC_822);
    time.put("RFC822Z", Layouts.RFC_822_Z);
    time.put("RFC850", Layouts.RFC_850);
    time.put("RFC1123", Layouts.RFC_1123);
    time.put("RFC1123Z", Layouts.RFC_1123_Z);
    time.put("RFC3339", Layouts.RFC_3339);
    time.put("RFC3339Nano", Layouts.RFC_3339_NANO);
    time.put("Kitchen", Layouts.KITCHEN);
    time.put("Stamp", Layouts.STAMP);
    time.put("StampMilli", Layouts.STAMP_MILLI);
    time.put("StampMicro", Layouts.STAMP_MICRO);
    time.put("StampNano", Layouts.STAMP_NANO);
    return Map.copyOf(time);
  }

  private static Map<String, Object> strings() {
    Map<String, Object> strings = new HashMap<>();
    put(
        strings,
        "ReplaceAll",
        STRING,
        a -> Texts.replace(Args.text(a, 0), Args.text(a, 1), Args.text(a, 2)),
        STRING,
        STRING,
        STRING);
    put(strings, "ToUpper", STRING, a -> Runes.upper(Args.text(a, 0)), STRING);
    put(strings, "ToLower", STRING, a -> Runes.lower(Args.text(a, 0)), STRING);
    return Map.copyOf(strings);
  }

  private static Map<String, Object> repository() {
    Map<String, Object> repo = new HashMap<>();
    put(repo, "RepoURLToHTTPS", STRING, a -> GitUrl.https(Args.text(a, 0)), STRING);
    put(repo, "FullNameByRepoURL", STRING, a -> GitUrl.fullName(Args.text(a, 0)), STRING);
    put(repo, "QueryEscape", STRING, a -> UrlEscape.QUERY.escape(Args.text(a, 0)), STRING);
    return Map.copyOf(repo);
  }
}
