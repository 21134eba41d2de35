/** Which kinds the API serves: the built-in ones and those that definitions add. */
package io.tocsin.embedded.kinds;
