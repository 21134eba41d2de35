/** What deploy/ holds, as it is applied to a cluster. */
package io.tocsin.notifier.deploy;
