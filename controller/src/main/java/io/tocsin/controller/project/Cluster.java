package io.tocsin.controller.project;

/**
 * A cluster to which Applications are deployed.
 *
 * @param server the address of its API
 * @param name as its Secret names it; may be empty
 * @param project the project that it belongs to alone; empty for none
 */
public record Cluster(String server, String name, String project) {}
