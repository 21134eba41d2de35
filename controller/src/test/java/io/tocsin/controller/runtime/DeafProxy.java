package io.tocsin.controller.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes bytes on to a server, until it is told to be deaf or to refuse. */
final class DeafProxy implements AutoCloseable {
  private final URI target;
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile List<Socket> deaf = List.of();
  private volatile boolean refusing;

  DeafProxy(URI target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::listen);
  }

  URI uri() {
    return URI.create(target.getScheme() + "://127.0.0.1:" + listener.getLocalPort());
  }

  /** Connections stay open and say nothing more, as when a router between forgets them. */
  void cutUnnoticed() {
    deaf = List.copyOf(sockets);
  }

  /** Breaks all connections and takes no others. */
  void refuse() throws IOException {
    refusing = true;
    closeAll();
  }

  /** Takes connections again. */
  void accept() {
    refusing = false;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    closeAll();
  }

  private void closeAll() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    if (refusing) {
      client.close();
      return;
    }
    try {
      Socket server = new Socket(target.getHost(), target.getPort());
      sockets.add(client);
      sockets.add(server);
      Thread.ofVirtual().start(() -> pass(client, server));
      Thread.ofVirtual().start(() -> pass(server, client));
    } catch (ConnectException e) {
      client.close();
    }
  }

  private void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!deaf.contains(from)) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      return;
    }
  }
}
