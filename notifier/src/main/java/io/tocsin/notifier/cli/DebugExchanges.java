package io.tocsin.notifier.cli;

import io.tocsin.services.http.ExchangeListener;
import java.io.PrintWriter;

/** Prints each request and response as the CLI of Argo CD Notifications does. */
record DebugExchanges(PrintWriter err) implements ExchangeListener {
  @Override
  public void request(String service, String text) {
    print("Sending request: ", text, service);
  }

  @Override
  public void response(String service, String text) {
    print("Received response: ", text, service);
  }

  private void print(String what, String text, String service) {
    err.println("DEBU[0000] " + what + text + " service=" + service);
    err.flush();
  }
}
