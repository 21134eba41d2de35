/** New Relic: deployment markers. */
package io.tocsin.services.newrelic;
