/** The one HTTP stack of all services: OkHttp with limits, trust, proxies and no secrets shown. */
package io.tocsin.services.http;
