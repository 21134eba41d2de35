package io.tocsin.bench.load;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  private static JavaClasses harness() throws URISyntaxException {
    var classes = LoadCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return new ClassFileImporter().importPath(Path.of(classes).resolve("io/tocsin/bench/load"));
  }

  @Test
  void theHarnessKnowsNothingOfWhatItMeasures() throws URISyntaxException {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.tocsin..")
                .and(
                    resideOutsideOfPackages("io.tocsin.bench.load..", "io.tocsin.embedded.real..")))
        .check(harness());
  }
}
