package io.tocsin.controller.git;

import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/**
 * A way to a repository, ready to be asked.
 *
 * @param ssh null where no SSH is in it
 */
record Link(Transport transport, SshdSessionFactory ssh) implements AutoCloseable {
  @Override
  public void close() {
    transport.close();
    if (ssh != null) {
      ssh.close();
    }
  }
}
