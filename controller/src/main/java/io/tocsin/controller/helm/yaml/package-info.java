/** YAML as Helm reads and writes it: the forms of YAML 1.1 and the layout of Go's library. */
package io.tocsin.controller.helm.yaml;
