/** ntfy. */
package io.tocsin.services.ntfy;
