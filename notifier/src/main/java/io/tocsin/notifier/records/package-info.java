/** What the control plane's namespace keeps in bounded ConfigMaps: dead letters and mutes. */
package io.tocsin.notifier.records;
