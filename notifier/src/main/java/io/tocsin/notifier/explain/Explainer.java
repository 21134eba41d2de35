package io.tocsin.notifier.explain;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Counted;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.explain.Report.Value;
import io.tocsin.notifier.explain.Report.Verdict;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.Variables;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Delayed;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.state.ConditionKeys;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.notifier.subscription.Subscribed;
import io.tocsin.notifier.subscription.Subscriptions;
import io.tocsin.services.Destination;
import io.tocsin.services.options.Nearest;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ConditionResult;
import io.tocsin.triggers.ExpressionException;
import io.tocsin.triggers.Timing;
import io.tocsin.triggers.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges one object as the controller does, and says why.
 *
 * @param letters the dead letters that are kept
 * @param mutes those that are kept, ended or not
 * @param delays what is being tried again about the object
 */
public record Explainer(
    List<Scoped> configurations,
    Variables variables,
    List<DeadLetter> letters,
    List<Mute> mutes,
    List<Delayed> delays,
    Instant now) {
  private static final String LAST_GOOD =
      "; a controller that has read a good version of it goes on with that";

  /**
   * Explains.
   *
   * @param wanted which subscriptions
   */
  public Report explain(KubeObject object, Predicate<Subscribed> wanted) {
    List<String> remarks = new ArrayList<>();
    if (!variables.subject().settled(object)) {
      remarks.add(
          "the operation ended after the status was last compared: the controller waits for the next"
              + " comparison before it looks at this version");
    }
    List<Mute> active =
        mutes.stream().filter(mute -> !mute.ended(now) && mute.objects().test(object)).toList();
    List<Report.Subscription> subscriptions = new ArrayList<>();
    for (Scoped scoped : configurations) {
      subscriptions.addAll(
          new OneConfiguration(scoped, object, !active.isEmpty(), remarks).explain(wanted));
    }
    if (subscriptions.isEmpty()) {
      remarks.add("no subscription applies to this " + called(object));
    }
    return new Report(object.kind(), object.key().toString(), remarks, active, subscriptions);
  }

  private static String called(KubeObject object) {
    return object.kind().toLowerCase(Locale.ROOT);
  }

  private final class OneConfiguration {
    private final Scoped scoped;
    private final Configuration current;
    private final KubeObject object;
    private final boolean muted;
    private final List<String> remarks;
    private final Optional<KubeObject> parent;
    private final Map<String, Object> names;
    private final Ledger ledger = new Ledger();

    OneConfiguration(Scoped scoped, KubeObject object, boolean muted, List<String> remarks) {
      this.scoped = scoped;
      this.current = scoped.configuration();
      this.object = object;
      this.muted = muted;
      this.remarks = remarks;
      parent = variables.subject().parent(object);
      names = variables.forConditions(scoped, object, parent);
      String annotation =
          scoped
              .resource()
              .map(watched -> NotifiedAnnotation.named(watched.annotationPrefix()))
              .orElse(NotifiedAnnotation.NAME);
      ledger.observe(
          object.resourceVersion(), NotifiedAnnotation.read(object.annotations(), annotation));
    }

    List<Report.Subscription> explain(Predicate<Subscribed> wanted) {
      Subscriptions subscriptions = Subscriptions.of(current, scoped.resource(), object, parent);
      remarks.addAll(subscriptions.problems());
      return subscriptions.list().stream().filter(wanted).map(this::subscription).toList();
    }

    private Report.Subscription subscription(Subscribed subscribed) {
      Trigger trigger = current.triggers().get(subscribed.trigger());
      List<String> problems = new ArrayList<>();
      String service = subscribed.destination().service();
      if (!current.services().containsKey(service)) {
        problems.add(unusable("service", service));
      }
      if (trigger == null) {
        problems.add(unusable("trigger", subscribed.trigger()));
      }
      List<Verdict> verdicts =
          trigger == null
              ? List.of()
              : trigger.evaluate(names).stream()
                  .map(result -> verdict(subscribed, result, problems))
                  .toList();
      return new Report.Subscription(
          scoped.scope(),
          subscribed.trigger(),
          subscribed.destination(),
          subscribed.origin(),
          subscribed.byDefault(),
          problems.stream().distinct().toList(),
          verdicts);
    }

    private String unusable(String kind, String name) {
      return current.problems().stream()
          .filter(problem -> problem.severity() == Problem.Severity.ERROR)
          .filter(problem -> problem.key().startsWith(kind + "."))
          .filter(problem -> problem.key().endsWith("." + name))
          .findFirst()
          .map(problem -> "%s %s cannot be used: %s%s".formatted(kind, name, problem, LAST_GOOD))
          .orElseGet(() -> "%s %s is not configured%s".formatted(kind, name, near(kind, name)));
    }

    private String near(String kind, String name) {
      Set<String> known =
          switch (kind) {
            case "service" -> current.services().keySet();
            case "trigger" -> current.triggers().keySet();
            default -> current.templates().keySet();
          };
      return Nearest.hint(name, known);
    }

    private Verdict verdict(Subscribed to, ConditionResult result, List<String> problems) {
      Condition condition = result.condition();
      ConditionKeys keys = new ConditionKeys(scoped.scope(), to.trigger(), condition.key());
      String key = keys.told(to.destination(), result.oncePer());
      condition.send().stream()
          .filter(template -> !current.templates().containsKey(template))
          .forEach(template -> problems.add(unusable("template", template)));
      Optional<DeadLetter> letter = letter(key, to.destination());
      OptionalLong told = ledger.toldAt(key);
      return new Verdict(
          condition.key(),
          condition.description(),
          condition.when().source(),
          value(result),
          because(condition, result),
          condition.send(),
          result.oncePer(),
          told.isPresent() && letter.isEmpty()
              ? Optional.of(Instant.ofEpochSecond(told.getAsLong()))
              : Optional.empty(),
          outcome(to, result, keys, told, letter),
          letter);
    }

    private Optional<DeadLetter> letter(String key, Destination destination) {
      return letters.stream()
          .filter(letter -> letter.object().equals(object.key()))
          .filter(letter -> letter.resource().equals(resource()))
          .filter(letter -> letter.scope().equals(scoped.scope()))
          .filter(letter -> letter.destination().equals(destination))
          .filter(letter -> letter.stateKey().equals(key))
          .findFirst();
    }

    private String resource() {
      return scoped.resource().map(WatchedResource::name).orElse("");
    }

    private List<String> because(Condition condition, ConditionResult result) {
      try {
        return Stream.concat(
                Reasons.of(condition.when().explain(names)).stream(),
                result.problems().stream().filter(problem -> problem.startsWith("oncePer")))
            .toList();
      } catch (ExpressionException e) {
        return List.of(e.getMessage());
      }
    }

    private String outcome(
        Subscribed to,
        ConditionResult result,
        ConditionKeys keys,
        OptionalLong told,
        Optional<DeadLetter> letter) {
      if (result.condition().aboutChange()) {
        return "about what happens: told at each change that it is true of, not of this look";
      }
      if (!result.triggered()) {
        return "nothing to tell";
      }
      if (letter.isPresent()) {
        return "given up at %s after %s: %s"
            .formatted(
                letter.get().died().truncatedTo(ChronoUnit.SECONDS),
                Counted.of(letter.get().attempts(), "attempt"),
                letter.get().reason());
      }
      if (told.isPresent()) {
        return "told at " + Instant.ofEpochSecond(told.getAsLong());
      }
      if (muted) {
        return "muted: told when the mute ends, if it is still true";
      }
      Timing timing = result.condition().timing();
      return waiting(timing.lasting(), keys.lasting(), "told once it was true for ")
          .or(() -> waiting(timing.delay(), keys.delayed(), "told if it is true after "))
          .or(() -> throttled(timing, keys.throttled(to.destination())))
          .or(() -> delay(to))
          .orElse(
              "not told yet: `kubectl describe %s` and the controller's log say what fails"
                  .formatted(called(object)));
    }

    /** What is waited for, where some time has to go by since the condition turned true. */
    private Optional<String> waiting(Optional<Duration> time, String timer, String before) {
      OptionalLong began = ledger.toldAt(timer);
      if (time.isEmpty() || began.isEmpty()) {
        return time.map(length -> before + length);
      }
      Instant since = Instant.ofEpochSecond(began.getAsLong());
      return ahead(since.plus(time.get()))
          .map(from -> "true since %s, told from %s".formatted(since, from));
    }

    private Optional<String> throttled(Timing timing, String key) {
      OptionalLong last = ledger.toldAt(key);
      if (timing.throttle().isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      return ahead(Instant.ofEpochSecond(last.getAsLong()).plus(timing.throttle().get()))
          .map("throttled: told from %s, if it is true then"::formatted);
    }

    private Optional<Instant> ahead(Instant time) {
      return Optional.of(time).filter(now::isBefore);
    }

    private Optional<String> delay(Subscribed to) {
      return delays.stream()
          .filter(delay -> delay.means(to.trigger(), to.destination()))
          .max(Comparator.comparing(Delayed::last))
          .map(
              delay ->
                  "not told yet, is being tried again (as of %s): %s"
                      .formatted(delay.last(), delay.reason()));
    }
  }

  private static Value value(ConditionResult result) {
    if (result.triggered()) {
      return Value.TRUE;
    }
    return result.undecided() ? Value.FAILED : Value.FALSE;
  }
}
