/** JSON and YAML as maps, lists, strings, booleans, {@code Long}s and {@code Double}s. */
package io.tocsin.embedded.json;
