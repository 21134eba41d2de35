/** Grafana: annotations. */
package io.tocsin.services.grafana;
