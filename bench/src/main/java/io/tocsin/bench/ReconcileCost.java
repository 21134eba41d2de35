package io.tocsin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Says what Applications cost that are as they are to be: processor time, API requests, fetches.
 */
public final class ReconcileCost {
  private static final int ROUNDS = 5;
  private static final int RECONCILES = 400;
  private static final int APPLICATIONS = 1000;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private ReconcileCost() {}

  /**
   * @param arguments the folder with the definitions of Application and AppProject
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: ReconcileCost FOLDER-OF-DEFINITIONS");
      System.exit(2);
    }
    Path definitions = Path.of(arguments[0]);
    oneApplication(definitions);
    manyApplications(definitions);
    System.exit(0); // some client's thread may linger
  }

  private static void oneApplication(Path definitions) throws IOException, InterruptedException {
    try (SyncBench bench = new SyncBench(definitions)) {
      bench.commit(fiftyObjects());
      bench.application("shop", true);
      bench.start();
      await(() -> bench.synced("shop") ? 1 : 0, 1);
      repeat(bench, RECONCILES);
      for (int round = 0; round < ROUNDS; round++) {
        bench.forgetRequests();
        long before = processorTime();
        repeat(bench, RECONCILES);
        System.out.printf(
            "no-change reconcile of 50 objects: %.2f ms of processor time, %d API requests%n",
            (processorTime() - before) / 1e6 / RECONCILES, bench.requests());
      }
    }
  }

  private static void repeat(SyncBench bench, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      long done = bench.reconciles();
      bench.refresh("shop");
      await(bench::reconciles, done + 1);
    }
  }

  private static void manyApplications(Path definitions) throws IOException, InterruptedException {
    try (SyncBench bench = new SyncBench(definitions)) {
      bench.commit(Map.of("app/one.yaml", configMap("one")));
      for (int i = 0; i < APPLICATIONS; i++) {
        bench.application("shop" + i, false);
      }
      long begun = System.nanoTime();
      long before = processorTime();
      bench.start();
      await(bench::compared, APPLICATIONS);
      System.out.printf(
          "%d Applications of one repository: compared in %.1f s, %.1f s of processor time,"
              + " %d fetches, %d requests for branches%n",
          APPLICATIONS,
          (System.nanoTime() - begun) / 1e9,
          (processorTime() - before) / 1e9,
          bench.gitRequests("fetch"),
          bench.gitRequests("ls-remote"));
    }
  }

  private static void await(LongSupplier value, long wanted) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (value.getAsLong() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not within " + LIMIT);
      }
      Thread.sleep(0, 500_000);
    }
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Map<String, String> fiftyObjects() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("app/config" + i + ".yaml", configMap("config" + i));
    }
    for (int i = 0; i < 15; i++) {
      String name = "web" + i;
      files.put(
          "app/" + name + ".yaml",
          """
          apiVersion: v1
          kind: Service
          metadata: {name: %1$s}
          spec: {selector: {app: %1$s}, ports: [{name: http, port: 80}]}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: %1$s, labels: {app: %1$s}}
          spec:
            replicas: 2
            selector: {matchLabels: {app: %1$s}}
            template:
              metadata: {labels: {app: %1$s}}
              spec:
                containers:
                  - name: web
                    image: example.com/web:1
                    ports: [{name: http, containerPort: 8080}]
                    resources: {limits: {memory: 256Mi}}
                    env: [{name: MODE, value: fast}]
          """
              .formatted(name));
    }
    return files;
  }

  private static String configMap(String name) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {key: value}}"
        .formatted(name);
  }
}
