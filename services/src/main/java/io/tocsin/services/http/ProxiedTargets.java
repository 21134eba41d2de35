package io.tocsin.services.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Asks the policy about the target of a request through a proxy: the socket knows only the proxy's
 * address.
 */
final class ProxiedTargets implements Interceptor {
  private final AddressPolicy policy;

  ProxiedTargets(AddressPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    String host = chain.request().url().host();
    if (connection != null && connection.route().proxy().type() != Proxy.Type.DIRECT) {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!policy.allows(address)) {
          throw new ForbiddenAddressException(host);
        }
      }
    }
    return chain.proceed(chain.request());
  }
}
