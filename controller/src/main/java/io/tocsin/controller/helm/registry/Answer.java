package io.tocsin.controller.helm.registry;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What a server answered, after redirections.
 *
 * @param url that answered
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
record Answer(URI url, int status, HttpHeaders headers, byte[] body) {
  boolean isOk() {
    return status == 200;
  }
}
