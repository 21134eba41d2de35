package io.tocsin.bench.load;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tocsin.bench.load",
    importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {
  @ArchTest
  static final ArchRule theHarnessKnowsNothingOfWhatItMeasures =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.tocsin..")
                  .and(
                      resideOutsideOfPackages(
                          "io.tocsin.bench.load..", "io.tocsin.embedded.real..")));
}
