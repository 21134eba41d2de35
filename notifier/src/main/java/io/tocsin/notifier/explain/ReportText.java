package io.tocsin.notifier.explain;

import io.tocsin.notifier.explain.Report.Subscription;
import io.tocsin.notifier.explain.Report.Value;
import io.tocsin.notifier.explain.Report.Verdict;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.subscription.Subscribed.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Shows a report on one screen, or as data.
 *
 * @param good paints what is true or well
 * @param bad paints what keeps people from being told
 * @param where the options by which further commands find the cluster, after a space
 */
public record ReportText(UnaryOperator<String> good, UnaryOperator<String> bad, String where) {
  /** For people. */
  public String text(Report report) {
    StringBuilder text = new StringBuilder(report.kind() + " " + report.object() + "\n");
    report.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
    for (Mute mute : report.mutes()) {
      text.append("  ").append(bad.apply("muted")).append(" until ").append(mute.until());
      text.append(mute.reason().isEmpty() ? "" : ": " + mute.reason());
      text.append(" (tocsin mute remove ").append(mute.id()).append(where).append(")\n");
    }
    report.subscriptions().forEach(subscription -> append(text, subscription));
    return text.toString();
  }

  private void append(StringBuilder text, Subscription subscription) {
    text.append('\n')
        .append(subscription.trigger())
        .append(" → ")
        .append(subscription.destination())
        .append("\n  from ")
        .append(from(subscription))
        .append('\n');
    subscription
        .problems()
        .forEach(problem -> text.append("  ").append(bad.apply("! " + problem)).append('\n'));
    subscription.conditions().forEach(verdict -> append(text, verdict));
  }

  private void append(StringBuilder text, Verdict verdict) {
    text.append("  ")
        .append(mark(verdict.value()))
        .append(' ')
        .append(verdict.description().isEmpty() ? verdict.when() : verdict.description())
        .append(verdict.oncePer().map(value -> ", once per " + value).orElse(""))
        .append('\n');
    if (verdict.value() != Value.TRUE) {
      verdict.because().forEach(line -> text.append("      ").append(line).append('\n'));
    }
    boolean waits = verdict.value() == Value.TRUE && verdict.told().isEmpty();
    String outcome = waits ? bad.apply(verdict.outcome()) : verdict.outcome();
    text.append("      ").append(outcome).append('\n');
    verdict
        .letter()
        .ifPresent(
            letter ->
                text.append("      send it again: tocsin deliveries resend ")
                    .append(letter.id())
                    .append(where)
                    .append('\n'));
  }

  private String mark(Value value) {
    return switch (value) {
      case TRUE -> good.apply("✓ true: ");
      case FALSE -> "✗ false:";
      case FAILED -> bad.apply("! failed:");
    };
  }

  private static String from(Subscription subscription) {
    Origin origin = subscription.origin();
    String where =
        switch (origin.kind()) {
          case CONFIG_MAP -> "the ConfigMap's " + origin.key();
          case APPLICATION -> "the Application's annotation " + origin.key();
          case OBJECT -> "its annotation " + origin.key();
          case APP_PROJECT -> "the AppProject's annotation " + origin.key();
        };
    String scope =
        subscription.scope().isEmpty() ? "" : " (namespace " + subscription.scope() + ")";
    return where + (subscription.byDefault() ? ", by the default triggers" : "") + scope;
  }

  /** For programs. */
  public static Map<String, Object> data(Report report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(report.kind().toLowerCase(Locale.ROOT), report.object());
    data.put("remarks", report.remarks());
    data.put("mutes", report.mutes().stream().map(ReportText::data).toList());
    data.put("subscriptions", report.subscriptions().stream().map(ReportText::data).toList());
    return data;
  }

  private static Map<String, Object> data(Mute mute) {
    return Map.of("id", mute.id(), "until", mute.until().toString(), "reason", mute.reason());
  }

  private static Map<String, Object> data(Subscription subscription) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("namespace", subscription.scope());
    data.put("trigger", subscription.trigger());
    data.put("service", subscription.destination().service());
    data.put("recipient", subscription.destination().recipient());
    data.put("from", from(subscription));
    data.put("problems", subscription.problems());
    List<Map<String, Object>> conditions =
        subscription.conditions().stream().map(ReportText::data).toList();
    data.put("conditions", conditions);
    return data;
  }

  private static Map<String, Object> data(Verdict verdict) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("key", verdict.key());
    data.put("description", verdict.description());
    data.put("when", verdict.when());
    data.put("value", verdict.value().toString().toLowerCase(java.util.Locale.ROOT));
    data.put("because", verdict.because());
    data.put("templates", verdict.templates());
    verdict.oncePer().ifPresent(value -> data.put("oncePer", value));
    verdict.told().map(Instant::toString).ifPresent(time -> data.put("toldAt", time));
    data.put("outcome", verdict.outcome());
    verdict.letter().map(DeadLetter::id).ifPresent(id -> data.put("deadLetter", id));
    return data;
  }
}
