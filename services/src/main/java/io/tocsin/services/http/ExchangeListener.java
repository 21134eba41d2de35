package io.tocsin.services.http;

/**
 * Sees what is sent and answered, for {@code template notify} and debug logs; secrets are {@code
 * ***} already. Called on the sending thread.
 */
public interface ExchangeListener {
  /**
   * Before a request goes out.
   *
   * @param service the name of the service
   * @param text request line, headers, an empty line, body
   */
  void request(String service, String text);

  /**
   * After an answer came in.
   *
   * @param text status line, headers, an empty line, body
   */
  void response(String service, String text);

  /** Sees nothing. */
  ExchangeListener NONE =
      new ExchangeListener() {
        @Override
        public void request(String service, String text) {}

        @Override
        public void response(String service, String text) {}
      };
}
