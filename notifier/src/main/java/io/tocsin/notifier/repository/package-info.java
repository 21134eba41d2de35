/** What the repositories of Applications say, for conditions and templates. */
package io.tocsin.notifier.repository;
