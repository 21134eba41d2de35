/** The API server, and what is written to it. */
package io.tocsin.bench.load.cluster;
