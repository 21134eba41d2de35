package io.tocsin.services.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Where tokens stand even when nobody declared them secret. */
final class TokenPlaces {
  private record Place(Pattern pattern, String replacement) {}

  private static final List<Place> PLACES =
      List.of(
          place(
              "(?i)([?&](?:access_token|api[_-]?key|assertion|auth_token|client_secret|key|password"
                  + "|secret|webidentitytoken"
                  + "|sig|sign|signature|token|x-amz-signature)=)[^&\\s\"'<>)\\]]+",
              "$1***"),
          place("(/bot)\\d+:[\\w-]+", "$1***"),
          place("(hooks\\.slack(?:-gov)?\\.com/(?:services|workflows)/)[\\w/-]+", "$1***"),
          place("(discord(?:app)?\\.com/api/(?:v\\d+/)?webhooks/\\d+/)[\\w-]+", "$1***"),
          place("(open\\.(?:feishu\\.cn|larksuite\\.com)/open-apis/bot/v2/hook/)[\\w-]+", "$1***"),
          place(
              "(?im)^((?:proxy-)?authorization|x-api-key|api-key|x-auth-token|x-gitlab-token"
                  + "|private-token|cookie|set-cookie)(:[ \\t]*)(?:(basic|bearer|token|genie?key)"
                  + "[ \\t]+)?\\S[^\\r\\n]*",
              "$1$2***"),
          place("(?i)\\b(bearer|basic)([ \\t]+)[\\w+/=.~-]{12,}", "$1$2***"),
          place(
              "(?i)(\"(?:access_token|refresh_token|id_token|authToken|token"
                  + "|secretAccessKey|sessionToken)\"\\s*:\\s*\")"
                  + "[^\"]+",
              "$1***"),
          place("(<(?:SecretAccessKey|SessionToken)>)[^<]+", "$1***"),
          place("(://[^/\\s:@]*:)[^/\\s@]+@", "$1***@"),
          place("(?s)-----BEGIN ([A-Z ]*PRIVATE KEY)-----.*?-----END \\1-----", "***"));

  private TokenPlaces() {}

  static String mask(String text) {
    String clean = text;
    for (Place place : PLACES) {
      clean = place.pattern().matcher(clean).replaceAll(place.replacement());
    }
    return clean;
  }

  private static Place place(String pattern, String replacement) {
    return new Place(Pattern.compile(pattern), replacement);
  }
}
