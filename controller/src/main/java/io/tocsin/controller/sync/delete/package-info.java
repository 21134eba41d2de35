/** Takes away what an Application leaves when it is deleted, and runs the hooks for that. */
package io.tocsin.controller.sync.delete;
