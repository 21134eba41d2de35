package io.tocsin.services.awssqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sends to the queue that the recipient names, or to the service's own. */
final class AwsSqsService extends HttpService {
  /** The original's. */
  private static final int DELAY_SECONDS = 10;

  private static final String FIFO = ".fifo";

  private final String queue;
  private final String account;
  private final SqsApi api;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  AwsSqsService(String queue, String account, SqsApi api) {
    super(api.exchange());
    this.queue = queue;
    this.account = account;
    this.api = api;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String name = destination.recipient().isEmpty() ? queue : destination.recipient();
    if (name.isEmpty()) {
      return new Outcome.Rejected("neither the recipient nor the service names a queue");
    }
    api.call("SendMessage", message(url(name), name.endsWith(FIFO), notification));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(AwsSqsType.KEY, api.url() + account));
  }

  private String url(String name) {
    String known = urls.get(name);
    if (known != null) {
      return known;
    }
    String found =
        api.call("GetQueueUrl", Json.present("QueueName", name, "QueueOwnerAWSAccountId", account))
            .field("QueueUrl");
    if (found.isEmpty()) {
      throw Undelivered.rejected("SQS knows no queue " + name);
    }
    urls.put(name, found);
    return found;
  }

  /**
   * A FIFO queue takes no delay for one message, and needs a group and something to tell doubles
   * by.
   */
  private static Map<String, Object> message(String url, boolean fifo, Notification notification) {
    Fields fields = Fields.orNone(notification, AwsSqsType.KEY);
    Map<String, Object> attributes = new TreeMap<>();
    fields
        .textMap("messageAttributes")
        .forEach(
            (name, value) ->
                attributes.put(name, Json.fields("DataType", "String", "StringValue", value)));
    String text = notification.message();
    return Json.present(
        "QueueUrl",
        url,
        "MessageBody",
        text,
        "DelaySeconds",
        fifo ? null : DELAY_SECONDS,
        "MessageAttributes",
        attributes,
        "MessageGroupId",
        fields.text("messageGroupId", fifo ? "argocd" : ""),
        "MessageDeduplicationId",
        fifo ? UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString() : "");
  }
}
