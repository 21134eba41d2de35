/** The least permissions by which the kinds that a configuration names can be watched. */
package io.tocsin.notifier.rbac;
