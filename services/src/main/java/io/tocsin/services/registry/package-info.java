/** All types of services, and the templates that speak to them. */
package io.tocsin.services.registry;
