/** Why somebody was told about an application, or was not. */
package io.tocsin.notifier.explain;
