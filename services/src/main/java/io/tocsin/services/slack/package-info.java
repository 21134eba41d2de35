/** Slack, over its Web API. */
package io.tocsin.services.slack;
