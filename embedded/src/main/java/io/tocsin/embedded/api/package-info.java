/** What the API does with objects, without HTTP: create, update, patch, delete, and its errors. */
package io.tocsin.embedded.api;
