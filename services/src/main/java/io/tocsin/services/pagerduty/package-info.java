/** PagerDuty: incidents over its REST API, events over its Events API. */
package io.tocsin.services.pagerduty;
