/** What templates say for a type of service: declared, compiled, rendered and merged. */
package io.tocsin.services.fields;
