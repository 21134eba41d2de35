/** Files of a repository or a chart as they can be read, wherever they are kept. */
package io.tocsin.controller.tree;
