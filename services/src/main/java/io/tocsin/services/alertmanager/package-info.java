/** Prometheus Alertmanager. */
package io.tocsin.services.alertmanager;
