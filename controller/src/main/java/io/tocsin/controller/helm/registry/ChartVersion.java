package io.tocsin.controller.helm.registry;

/**
 * A version of a chart in an index.
 *
 * @param url absolute or relative to the repository
 * @param digest the archive's SHA-256 in hexadecimal digits; empty when it is not said
 */
record ChartVersion(String version, String url, String digest) {}
