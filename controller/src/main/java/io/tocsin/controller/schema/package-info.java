/** What is known of the API's own types without asking a server. */
package io.tocsin.controller.schema;
