/** Keys of service accounts and applications, and the tokens signed with them. */
package io.tocsin.services.keys;
