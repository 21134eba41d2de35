/** What Handlebars.java needs to be a safe second dialect. */
package io.tocsin.templates.handlebars;
