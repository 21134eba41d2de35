/** Charts and their values rendered to manifests. */
package io.tocsin.controller.helm.render;
