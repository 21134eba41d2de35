/** Opsgenie: alerts. */
package io.tocsin.services.opsgenie;
