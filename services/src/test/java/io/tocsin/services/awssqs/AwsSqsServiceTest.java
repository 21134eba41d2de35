package io.tocsin.services.awssqs;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AwsSqsServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  private static final String QUEUE =
      "{\"QueueUrl\":\"https://sqs.us-east-2.amazonaws.com/177715257436/MyQueue\"}";

  @TempDir private Path folder;

  @Test
  void asksForTheQueueOnceAndSends() {
    peer.answersJson(QUEUE)
        .answersJson("{\"MessageId\":\"1\"}")
        .answersJson("{\"MessageId\":\"2\"}");
    NotificationService sqs = sqs("key: AKIDEXAMPLE\nsecret: s3cret/key\naccount: 177715257436");

    send(
        sqs,
        render(
            """
            message: "{{.app.metadata.name}} is ready"
            awssqs:
              messageAttributes: {app: "{{.app.metadata.name}}"}
            """),
        "awssqs");
    send(sqs, message("again"), "awssqs");

    assertThat(peer.received())
        .startsWith(
            """
            POST / HTTP/1.1
            Content-Type: application/x-amz-json-1.0
            X-Amz-Target: AmazonSQS.GetQueueUrl
            X-Amz-Date: 20260102T030405Z
            Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-2/sqs/aws4_request,\
             SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=\
            """)
        .endsWith("{\"QueueName\":\"MyQueue\",\"QueueOwnerAWSAccountId\":\"177715257436\"}");
    assertThat(peer.received())
        .contains("X-Amz-Target: AmazonSQS.SendMessage\n")
        .endsWith(
            "{\"QueueUrl\":\"https://sqs.us-east-2.amazonaws.com/177715257436/MyQueue\","
                + "\"MessageBody\":\"guestbook is ready\",\"DelaySeconds\":10,"
                + "\"MessageAttributes\":{\"app\":{\"DataType\":\"String\",\"StringValue\":\"guestbook\"}}}");
    assertThat(peer.requests()).isEqualTo(3);
  }

  @Test
  void groupsTheMessagesOfAFifoQueue() {
    peer.answersJson(QUEUE).answersJson("{\"MessageId\":\"1\"}");

    send(
        sqs("key: a\nsecret: s3cret"),
        render("message: m\nawssqs: {messageGroupId: '{{.app.metadata.name}}'}"),
        "awssqs:orders.fifo");

    peer.next();
    assertThat(peer.received())
        .endsWith(
            "\"MessageBody\":\"m\",\"MessageGroupId\":\"guestbook\","
                + "\"MessageDeduplicationId\":\"6f8f5771-5090-3a26-b245-3988d9a1501b\"}");
  }

  @Test
  void tellsAThrottleFromAWrongKey() {
    peer.answers(400, "{\"__type\":\"com.amazonaws.sqs#RequestThrottled\"}")
        .answers(403, "{\"__type\":\"InvalidClientTokenId\"}");

    assertThat(send(sqs("key: a\nsecret: s3cret"), message("x"), "awssqs"))
        .isInstanceOf(Outcome.Retryable.class);
    assertThat(send(sqs("key: a\nsecret: s3cret"), message("x"), "awssqs"))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void takesARoleByTheTokenOfThePod() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "eyJ.web.identity\n");
    peer.answersJson(
            "{\"AssumeRoleWithWebIdentityResponse\":{\"AssumeRoleWithWebIdentityResult\":{"
                + "\"Credentials\":{\"AccessKeyId\":\"ASIA1\",\"SecretAccessKey\":\"sec\","
                + "\"SessionToken\":\"tok3n\",\"Expiration\":1767330000}}}}")
        .answersJson(QUEUE)
        .answersJson("{}");
    Map<String, String> environment =
        Map.of(
            "AWS_ROLE_ARN", "arn:aws:iam::1:role/x",
            "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(),
            "AWS_ENDPOINT_URL_STS", peer.root());
    NotificationService sqs =
        service("awssqs", "awssqs", options(""), c -> c.withEnvironment(environment));

    assertThat(send(sqs, message("x"), "awssqs")).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .endsWith(
            "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=tocsin"
                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx&WebIdentityToken=eyJ.web.identity");
    assertThat(peer.received()).contains("X-Amz-Security-Token: tok3n\n", "Credential=ASIA1/");
  }

  @Test
  void saysWhereItLookedForCredentials() {
    assertThat(send(sqs(""), message("x"), "awssqs").toString())
        .contains("AWS_WEB_IDENTITY_TOKEN_FILE");
  }

  private NotificationService sqs(String more) {
    return service("awssqs", "awssqs", options(more));
  }

  private String options(String more) {
    return "region: us-east-2\nqueue: MyQueue\nendpointUrl: " + peer.root() + "\n" + more;
  }
}
