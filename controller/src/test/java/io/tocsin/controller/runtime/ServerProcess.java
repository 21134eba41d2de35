package io.tocsin.controller.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The kube-apiserver that a test has started, as a process to treat badly. */
final class ServerProcess implements AutoCloseable {
  private final List<String> command = new ArrayList<>();
  private ProcessHandle process;

  ServerProcess() {
    process =
        ProcessHandle.current()
            .children()
            .filter(ServerProcess::isServer)
            .findFirst()
            .orElseThrow();
    command.add(process.info().command().orElseThrow());
    command.addAll(List.of(process.info().arguments().orElseThrow()));
  }

  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void unfreeze() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** As a crash does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** With the data it had; ready a little later. */
  void startAgain() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .toHandle();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/kube-apiserver");
  }
}
