/** Git repositories: which commit a revision is, and what a commit's tree holds. */
package io.tocsin.controller.git;
