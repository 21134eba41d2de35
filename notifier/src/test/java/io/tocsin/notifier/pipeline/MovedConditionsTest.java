package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.triggers.Trigger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovedConditionsTest {
  private static final String BAD =
      "{when: app.status.phase == 'Bad', oncePer: 'app.metadata.name', send: [t]}";
  private static final String EDITED =
      "{when: app.status.phase != 'Good', oncePer: 'app.metadata.name', send: [t]}";
  private static final String OTHER = "{when: app.status.phase == 'Other', send: [t]}";

  private final Map<String, Map<String, List<String>>> known = new HashMap<>();
  private final Rig rig = new Rig(Map.of());

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aConditionThatMovesDownWasToldAllTheSame() {
    trigger(BAD);
    rig.after(Duration.ZERO, "Bad");

    trigger(OTHER, BAD);
    rig.look();

    assertThat(rig.sent).containsExactly("t");
    assertThat(rig.annotation().keySet()).singleElement().asString().startsWith("a:on-x:[1].");
  }

  @Test
  void aConditionThatMovedWhileItWasNotTrueIsKnownWhenItIsAgain() {
    trigger(BAD);
    rig.after(Duration.ZERO, "Bad");
    rig.after(Duration.ZERO, "Good");

    trigger(OTHER, BAD);
    rig.look();
    rig.after(Duration.ZERO, "Bad");

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void aConditionThatIsEditedAtItsPlaceWasToldAllTheSame() {
    trigger(BAD);
    rig.after(Duration.ZERO, "Bad");

    trigger(EDITED);
    rig.restart();
    rig.look();

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void aConditionThatSendsAnotherTemplateAtTheSamePlaceIsAnother() {
    trigger(BAD);
    rig.after(Duration.ZERO, "Bad");

    trigger(EDITED.replace("[t]", "[fine]"));
    rig.look();

    assertThat(rig.sent).containsExactly("t", "fine");
  }

  @Test
  void whatWasNoLongerTrueBeforeTheMoveIsToldAgain() {
    String bad = BAD.replace("oncePer: 'app.metadata.name', ", "");
    trigger(bad);
    rig.after(Duration.ZERO, "Bad");

    trigger(OTHER, bad);
    rig.after(Duration.ZERO, "Good");
    rig.after(Duration.ZERO, "Bad");

    assertThat(rig.sent).containsExactly("t", "t");
  }

  @Test
  void twoConditionsThatChangePlacesKeepWhatIsTheirs() {
    String also =
        "{when: app.status.phase startsWith 'Ba', oncePer: 'app.metadata.name', send: [t]}";
    trigger(BAD, OTHER);
    rig.after(Duration.ZERO, "Bad");

    trigger(OTHER, BAD);
    rig.look();
    trigger(also, BAD);
    rig.look();

    assertThat(rig.sent).containsExactly("t", "t");
  }

  private void trigger(String... conditions) {
    Map<String, String> data = Map.of("trigger.on-x", "- " + String.join("\n- ", conditions));
    Configuration read = Rig.read(data);
    for (Trigger trigger : read.triggers().values()) {
      Map<String, List<String>> templates =
          known.computeIfAbsent(trigger.name(), name -> new LinkedHashMap<>());
      trigger.conditions().forEach(c -> templates.put(c.key(), c.send()));
    }
    rig.configure(data, FormerConditions.of(read.triggers().values(), known));
  }
}
