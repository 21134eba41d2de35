/** The API over HTTP: paths, lists, watches, discovery. */
package io.tocsin.embedded.http;
