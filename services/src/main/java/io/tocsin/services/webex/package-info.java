/** Webex, over its REST API. */
package io.tocsin.services.webex;
