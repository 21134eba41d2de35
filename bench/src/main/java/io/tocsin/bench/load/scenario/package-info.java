/** What a scenario file says. */
package io.tocsin.bench.load.scenario;
