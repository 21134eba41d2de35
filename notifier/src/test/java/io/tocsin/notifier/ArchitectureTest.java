package io.tocsin.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Arrays;

/** The arrows of the house: who may know whom. */
@AnalyzeClasses(packages = "io.tocsin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KUBERNETES = "io.fabric8..";

  @ArchTest
  void templatesKnowNobody(JavaClasses classes) {
    forbid(classes, "templates", "triggers", "services", "controller", "notifier", "embedded");
  }

  @ArchTest
  void triggersKnowOnlyTheValuesOfTemplates(JavaClasses classes) {
    forbid(classes, "triggers", "services", "controller", "notifier", "embedded");
    forbid(classes, "triggers", "templates.functions");
  }

  @ArchTest
  void servicesKnowTemplatesAndTriggers(JavaClasses classes) {
    forbid(classes, "services", "controller", "notifier", "embedded");
  }

  @ArchTest
  void theEmbeddedApiKnowsNobody(JavaClasses classes) {
    forbid(classes, "embedded", "templates", "triggers", "services", "controller", "notifier");
  }

  @ArchTest
  void theControllerKnowsTemplates(JavaClasses classes) {
    forbid(classes, "controller", "triggers", "services", "notifier", "embedded");
  }

  @ArchTest
  void theRuntimeKnowsNoController(JavaClasses classes) {
    forbid(classes, "controller.runtime", "controller.sync");
  }

  @ArchTest
  void whatIsWrittenByUsersReachesNoCluster(JavaClasses classes) {
    for (String module : new String[] {"templates", "triggers", "services", "embedded"}) {
      noClasses()
          .that()
          .resideInAPackage(inside(module))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(KUBERNETES)
          .check(classes);
    }
  }

  @ArchTest
  void templatesAndTriggersReadNoFilesAndOpenNoSockets(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(inside("templates"), inside("triggers"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net.http..")
        .check(classes);
  }

  @ArchTest
  void thePipelineKnowsNoClusterAndNoCommand(JavaClasses classes) {
    for (String part : new String[] {"config", "subscription", "state", "delivery", "pipeline"}) {
      forbid(
          classes,
          "notifier." + part,
          "notifier.cluster",
          "notifier.cli",
          "notifier.demo",
          "notifier.observability");
      noClasses()
          .that()
          .resideInAPackage(inside("notifier." + part))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(KUBERNETES)
          .check(classes);
    }
  }

  @ArchTest
  void packagesHaveNoCycles(JavaClasses classes) {
    slices().matching("io.tocsin.notifier.(*)..").should().beFreeOfCycles().check(classes);
    slices().matching("io.tocsin.controller.(*)..").should().beFreeOfCycles().check(classes);
  }

  private static void forbid(JavaClasses classes, String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(inside(from))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Arrays.stream(to).map(ArchitectureTest::inside).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(classes);
  }

  private static String inside(String module) {
    return "io.tocsin." + module + "..";
  }
}
