/** The main job on an embedded Kubernetes API, with a robot that behaves like DingTalk's. */
package io.tocsin.notifier.demo;
