package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.notifier.config.Manifests;
import io.tocsin.notifier.delivery.Completion;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.delivery.Snapshot;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.DeadLetters;
import io.tocsin.notifier.records.Records;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps dead letters in a ConfigMap, and sends those again that somebody asked for, about their
 * objects as they are now.
 */
final class DeadLetterOffice implements AutoCloseable {
  private final ObjectKey key;
  private final Function<DeadLetter, Optional<KubeObject>> objects;
  private final Predicate<DeadLetter> known;
  private final BiConsumer<Delivery, Completion> submit;
  private final Clock clock;
  private final ObjectInformer watch;
  private final DeadLetters letters;
  private Set<String> taken = Set.of();
  private boolean open;

  /**
   * Sends nothing before {@link #open}.
   *
   * @param objects finds what letters are about
   * @param known whether it would be found if it were there
   * @param submit queues a delivery
   */
  DeadLetterOffice(
      KubernetesClient client,
      ServerProbe probe,
      String namespace,
      Function<DeadLetter, Optional<KubeObject>> objects,
      Predicate<DeadLetter> known,
      BiConsumer<Delivery, Completion> submit,
      Clock clock) {
    key = new ObjectKey(namespace, DeadLetter.CONFIG_MAP);
    this.objects = objects;
    this.known = known;
    this.submit = submit;
    this.clock = clock;
    watch = new ObjectInformer(client, Scope.one(ResourceKind.CONFIG_MAP, key), probe, new Asked());
    letters = new DeadLetters(new Records(client, key), this::known);
  }

  ObjectInformer watch() {
    return watch;
  }

  DeadLetters letters() {
    return letters;
  }

  /** Begins with what was asked for before. */
  synchronized void open() {
    open = true;
    again();
  }

  /** Looks again for what was asked for, as more objects are known. */
  void again() {
    resend(known());
  }

  /** How many there are. */
  int size() {
    return known().size();
  }

  @Override
  public void close() {
    letters.close();
  }

  private Map<String, String> known() {
    return watch.get(key).map(Manifests::texts).orElseGet(Map::of);
  }

  private synchronized void resend(Map<String, String> records) {
    Set<String> asked = new HashSet<>();
    for (String json : records.values()) {
      Optional<DeadLetter> letter = DeadLetter.parse(json).filter(l -> l.resend().isPresent());
      if (open && letter.filter(known).isPresent()) {
        String what = letter.get().id() + " " + letter.get().resend().get();
        asked.add(what);
        if (!taken.contains(what)) {
          resend(letter.get());
        }
      }
    }
    taken = asked;
  }

  private void resend(DeadLetter letter) {
    Optional<KubeObject> object = objects.apply(letter);
    if (object.isEmpty()) {
      letters.add(letter.refused(letter.object() + " is gone, so it cannot be sent again"));
      return;
    }
    Delivery delivery =
        new Delivery(
            new Snapshot(object.get(), new Change(letter.event(), Optional.empty())),
            letter.scope(),
            letter.resource(),
            letter.trigger(),
            letter.condition(),
            letter.templates(),
            letter.destination(),
            letter.stateKey(),
            clock.instant());
    submit.accept(
        delivery,
        (sent, delivered) -> {
          if (delivered) {
            letters.remove(letter);
          }
        });
  }

  private final class Asked implements ObjectHandler {
    @Override
    public void present(KubeObject configMap) {
      resend(Manifests.texts(configMap));
    }

    @Override
    public void gone(KubeObject last) {}
  }
}
