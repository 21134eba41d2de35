package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.FileTree;

/**
 * A chart that was fetched.
 *
 * @param version of the chart, which is the revision that was resolved
 * @param files of the chart, Chart.yaml being in the root
 */
public record FetchedChart(String name, String version, FileTree files) {}
