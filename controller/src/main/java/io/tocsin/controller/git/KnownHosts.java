package io.tocsin.controller.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SSH servers that are believed. Never asks, never learns. */
final class KnownHosts implements ServerKeyDatabase {
  private static final Logger log = LoggerFactory.getLogger(KnownHosts.class);
  private static final int SSH_PORT = 22;

  private final List<KnownHostEntry> entries;
  private final boolean all;

  /** What is no entry is passed over. */
  KnownHosts(String lines, boolean all) {
    this.entries = read(lines);
    this.all = all;
  }

  @Override
  public List<PublicKey> lookup(
      String address, InetSocketAddress remote, Configuration configuration) {
    return keys(address, remote, "");
  }

  @Override
  public boolean accept(
      String address,
      InetSocketAddress remote,
      PublicKey key,
      Configuration configuration,
      CredentialsProvider provider) {
    if (all) {
      return true;
    }
    boolean revoked = holds(keys(address, remote, "revoked"), key);
    return !revoked && holds(keys(address, remote, ""), key);
  }

  private static boolean holds(List<PublicKey> keys, PublicKey key) {
    return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
  }

  private List<PublicKey> keys(String address, InetSocketAddress remote, String marker) {
    SshdSocketAddress host = SshdSocketAddress.toSshdSocketAddress(remote);
    String name = address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    int port = host == null ? SSH_PORT : host.getPort();
    List<PublicKey> keys = new ArrayList<>();
    for (KnownHostEntry entry : entries) {
      String marked = entry.getMarker() == null ? "" : entry.getMarker();
      if (marked.equals(marker) && entry.isHostMatch(name, port)) {
        addKey(entry, keys);
      }
    }
    return keys;
  }

  private static void addKey(KnownHostEntry entry, List<PublicKey> keys) {
    try {
      keys.add(entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
    } catch (IOException | GeneralSecurityException e) {
      log.warn("a key in the known hosts is passed over: {}", e.getMessage());
    }
  }

  private static List<KnownHostEntry> read(String lines) {
    List<KnownHostEntry> entries = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new StringReader(lines))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        addEntry(line.strip(), entries);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return entries;
  }

  private static void addEntry(String line, List<KnownHostEntry> entries) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
      if (entry != null) {
        entries.add(entry);
      }
    } catch (RuntimeException e) {
      log.warn("a line of the known hosts is passed over: {}", e.getMessage());
    }
  }
}
