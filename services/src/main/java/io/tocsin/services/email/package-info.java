/** E-mail over SMTP, with Jakarta Mail on Angus. */
package io.tocsin.services.email;
