package io.tocsin.bench.load;

import io.tocsin.bench.load.cluster.Api;
import io.tocsin.bench.load.cluster.ApplicationPattern;
import io.tocsin.bench.load.process.CommandLine;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the runs of a scenario have in common.
 *
 * @param definitions a folder of CustomResourceDefinitions
 * @param ephemeral whether the API server ends with the scenario
 * @param log what the controller prints goes here
 * @param progress is told in words what goes on
 */
record Setting(
    Api api,
    Path kubeconfig,
    Path definitions,
    boolean ephemeral,
    ApplicationPattern pattern,
    CommandLine command,
    Path log,
    Consumer<String> progress) {}
