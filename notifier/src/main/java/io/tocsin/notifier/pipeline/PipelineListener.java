package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.DeliveryListener;
import java.time.Duration;
import java.util.List;

/** Hears what becomes of changes. Must be thread-safe and quick. */
public interface PipelineListener extends DeliveryListener {
  /** A version of an object was looked at; what it is worth was handed on. */
  default void processed(KubeObject object) {}

  /** A condition of the trigger was evaluated. */
  default void evaluated(String trigger, boolean triggered) {}

  /**
   * Something keeps people from being told.
   *
   * @param sentence the same each time, so that it can be said once
   */
  default void problem(KubeObject object, String sentence) {}

  /** A condition that failed to evaluate, as conditions do on objects without status. */
  default void undecided(KubeObject object, String trigger, String sentence) {}

  /** Nothing is sent for now, as somebody muted the object. */
  default void muted(Delivery delivery) {}

  /** It is known nowhere but here, and this process ends before it could be sent. */
  default void left(Delivery delivery) {}

  /** Several as one. */
  static PipelineListener all(PipelineListener... listeners) {
    return new All(List.of(listeners));
  }

  /** See {@link #all}. */
  record All(List<PipelineListener> listeners) implements PipelineListener {
    @Override
    public void processed(KubeObject object) {
      listeners.forEach(listener -> listener.processed(object));
    }

    @Override
    public void evaluated(String trigger, boolean triggered) {
      listeners.forEach(listener -> listener.evaluated(trigger, triggered));
    }

    @Override
    public void problem(KubeObject object, String sentence) {
      listeners.forEach(listener -> listener.problem(object, sentence));
    }

    @Override
    public void muted(Delivery delivery) {
      listeners.forEach(listener -> listener.muted(delivery));
    }

    @Override
    public void left(Delivery delivery) {
      listeners.forEach(listener -> listener.left(delivery));
    }

    @Override
    public void undecided(KubeObject object, String trigger, String sentence) {
      listeners.forEach(listener -> listener.undecided(object, trigger, sentence));
    }

    @Override
    public void delivered(Delivery delivery, int attempt, Duration took) {
      listeners.forEach(listener -> listener.delivered(delivery, attempt, took));
    }

    @Override
    public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
      listeners.forEach(listener -> listener.postponed(delivery, attempt, reason, wait));
    }

    @Override
    public void dead(Delivery delivery, int attempt, String reason) {
      listeners.forEach(listener -> listener.dead(delivery, attempt, reason));
    }

    @Override
    public void heldBack(Delivery delivery) {
      listeners.forEach(listener -> listener.heldBack(delivery));
    }
  }
}
