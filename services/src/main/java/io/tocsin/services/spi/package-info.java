/** What a type of service is made from. */
package io.tocsin.services.spi;
