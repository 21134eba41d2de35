/** Where to: the services that people are told through, one package each. */
package io.tocsin.services;
