/** What an application's source becomes: manifests, rendered once and kept. */
package io.tocsin.controller.source;
