package io.tocsin.services.http;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Closes the connection of an answer in HTTP/1.0 that does not promise to keep it open (RFC 9112,
 * 9.3), before it goes back to the pool. The server closes it anyway, and OkHttp, which looks for
 * {@code Connection: close} alone, would send the next request into it.
 */
final class UnkeptConnections extends EventListener {
  private Connection connection;
  private boolean kept;

  @Override
  public void connectionAcquired(Call call, Connection acquired) {
    connection = acquired;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    kept =
        response.protocol() != Protocol.HTTP_1_0
            || "keep-alive".equalsIgnoreCase(response.header("Connection"));
  }

  @Override
  public void responseBodyEnd(Call call, long bytes) {
    if (!kept) {
      close();
    }
  }

  private void close() {
    try {
      connection.socket().close();
    } catch (IOException _) {
      // the answer is here, and a socket that failed to close counts as closed
    }
  }
}
