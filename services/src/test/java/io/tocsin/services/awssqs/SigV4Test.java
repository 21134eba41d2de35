package io.tocsin.services.awssqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.http.Header;
import io.tocsin.services.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that AWS publishes for Signature Version 4. */
final class SigV4Test {
  private static final AwsCredentials CREDENTIALS =
      new AwsCredentials(
          "AKIDEXAMPLE",
          "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
          Optional.empty(),
          Optional.empty());
  private static final Instant MOMENT = Instant.parse("2015-08-30T12:36:00Z");

  @ParameterizedTest
  @CsvSource({
    "GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
  })
  void signsAsPublished(String method, String path, String signature) {
    HttpRequest signed =
        new SigV4("us-east-1", "service")
            .sign(
                HttpRequest.of(method, "https://example.amazonaws.com" + path),
                CREDENTIALS,
                MOMENT);

    assertThat(signed.headers())
        .filteredOn(header -> header.name().equals("Authorization"))
        .extracting(Header::value)
        .containsExactly(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + signature);
  }
}
