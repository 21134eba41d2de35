package io.tocsin.services.slack;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts to channels, in threads where there is a grouping key, and updates the message that began a
 * thread where the delivery policy asks for it.
 */
final class SlackService extends HttpService {
  /** Slack allows about one message a second in each channel. */
  private static final Rate RATE = new Rate(1, Duration.ofSeconds(1));

  /** Slack's errors when the message that began a thread is gone, or is not ours to change. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "thread_not_found", "cant_update_message");

  private final SlackOptions options;
  private final SlackApi api;
  private final SlackThreads threads;

  SlackService(SlackOptions options, SlackApi api, SlackThreads threads) {
    super(api.exchange());
    this.options = options;
    this.api = api;
    this.threads = threads;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, SlackType.KEY);
    Map<String, Object> message = SlackMessage.of(notification.message(), fields, options);
    String key = fields.text("groupingKey");
    Optional<SlackThreads.Parent> thread = threads.find(destination.recipient(), key);
    String policy = thread.isEmpty() ? "Post" : fields.text("deliveryPolicy");
    boolean updated = policy.endsWith("Update") && update(thread.get(), message);
    if (!updated || policy.equals("PostAndUpdate")) {
      post(destination.recipient(), key, thread, message, fields.flag("notifyBroadcast"));
    }
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    String bucket = Buckets.of(SlackType.KEY, options.token()) + "/" + destination.recipient();
    return Limits.robot(bucket, RATE);
  }

  /** Updates before anything is posted, so that a second attempt posts nothing twice. */
  private boolean update(SlackThreads.Parent thread, Map<String, Object> message) {
    Map<String, Object> arguments =
        Json.fields("channel", thread.channel(), "ts", thread.timestamp());
    arguments.putAll(message);
    SlackApi.Answer answer = api.call("chat.update", arguments);
    if (answer.error().filter(GONE::contains).isPresent()) {
      return false;
    }
    answer.orFail();
    return true;
  }

  private void post(
      String recipient,
      String key,
      Optional<SlackThreads.Parent> thread,
      Map<String, Object> message,
      boolean broadcast) {
    Map<String, Object> arguments = Json.fields("channel", recipient);
    arguments.putAll(message);
    thread.ifPresent(found -> arguments.put("thread_ts", found.timestamp()));
    if (broadcast && thread.isPresent()) {
      arguments.put("reply_broadcast", true);
    }
    SlackApi.Answer answer = api.call("chat.postMessage", arguments);
    boolean orphan = thread.isPresent() && answer.error().filter(GONE::contains).isPresent();
    if (orphan) {
      arguments.remove("thread_ts");
      arguments.remove("reply_broadcast");
      answer = api.call("chat.postMessage", arguments);
    }
    answer.orFail();
    if (thread.isEmpty() || orphan) {
      threads.begin(
          recipient, key, new SlackThreads.Parent(answer.field("channel"), answer.field("ts")));
    }
  }
}
