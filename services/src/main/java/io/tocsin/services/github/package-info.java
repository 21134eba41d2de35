/** GitHub, as an App: statuses, deployments, comments, checks, dispatches. */
package io.tocsin.services.github;
