package io.tocsin.services.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/** Sockets that connect nowhere but where the policy allows. OkHttp asks for unconnected ones. */
final class GuardedSockets extends SocketFactory {
  private final AddressPolicy policy;
  private final Predicate<InetSocketAddress> proxies;

  /**
   * Guards what is not a proxy.
   *
   * @param proxies whether this is a proxy, which {@link ProxiedTargets} guards the targets of
   */
  GuardedSockets(AddressPolicy policy, Predicate<InetSocketAddress> proxies) {
    this.policy = policy;
    this.proxies = proxies;
  }

  @Override
  public Socket createSocket() {
    return new Guarded(policy, proxies);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  private static final class Guarded extends Socket {
    private final AddressPolicy policy;
    private final Predicate<InetSocketAddress> proxies;

    Guarded(AddressPolicy policy, Predicate<InetSocketAddress> proxies) {
      this.policy = policy;
      this.proxies = proxies;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (endpoint instanceof InetSocketAddress target
          && !policy.allows(target.getAddress())
          && !proxies.test(target)) {
        throw new ForbiddenAddressException(target.getHostString());
      }
      super.connect(endpoint, timeout);
    }
  }
}
