/** CloudEvents over HTTP. */
package io.tocsin.services.cloudevents;
