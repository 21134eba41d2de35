/** Keys and certificates for TLS, as connections want them. */
package io.tocsin.controller.tls;
