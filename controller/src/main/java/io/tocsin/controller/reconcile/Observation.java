package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import io.tocsin.controller.compare.Comparison;
import io.tocsin.controller.health.HealthAssessment;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How an Application's targets compare with what lives.
 *
 * @param live what is the Application's, and what lies where a target will
 * @param orphans how many objects of the namespace are nobody's; absent where that is not watched
 * @param conditions that the comparison found, those of the rendering among them
 */
record Observation(
    Rendering rendering,
    Map<ResourceKey, KubeObject> live,
    Comparison comparison,
    HealthAssessment health,
    OptionalLong orphans,
    List<Condition> conditions) {}
