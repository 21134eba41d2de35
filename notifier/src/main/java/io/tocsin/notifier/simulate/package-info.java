/** Replays what happened to applications, without any cluster and without sending anything. */
package io.tocsin.notifier.simulate;
