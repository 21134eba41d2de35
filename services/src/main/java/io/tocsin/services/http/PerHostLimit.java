package io.tocsin.services.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets so many exchanges with one host run at a time; the others wait. */
final class PerHostLimit implements Interceptor {
  private final int most;
  private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

  PerHostLimit(int most) {
    this.most = most;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Semaphore host =
        permits.computeIfAbsent(chain.request().url().host(), _ -> new Semaphore(most, true));
    try {
      host.acquire();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    try {
      return chain.proceed(chain.request());
    } finally {
      host.release();
    }
  }
}
