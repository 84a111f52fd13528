package org.hamsafar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependency table of docs/architecture.md, and rules that every class keeps. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hamsafar");

  @Test
  void packagesUseOnlyWhatLiesBelowThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("language")
        .definedBy("org.hamsafar.language")
        .layer("knowledge")
        .definedBy("org.hamsafar.knowledge")
        .layer("retrieval")
        .definedBy("org.hamsafar.retrieval")
        .layer("vectors")
        .definedBy("org.hamsafar.vectors")
        .layer("answer")
        .definedBy("org.hamsafar.answer")
        .layer("channel")
        .definedBy("org.hamsafar.channel")
        .layer("reply")
        .definedBy("org.hamsafar.reply")
        .layer("conversation")
        .definedBy("org.hamsafar.conversation")
        .layer("store")
        .definedBy("org.hamsafar.store..")
        .layer("console")
        .definedBy("org.hamsafar.channel.console..")
        .layer("telegram")
        .definedBy("org.hamsafar.channel.telegram..")
        .layer("matrix")
        .definedBy("org.hamsafar.channel.matrix..")
        .layer("web")
        .definedBy("org.hamsafar.channel.web..")
        .layer("app")
        .definedBy("org.hamsafar.app..")
        .layer("lab")
        .definedBy("org.hamsafar.lab..")
        .layer("cli")
        .definedBy("org.hamsafar.cli..")
        .whereLayer("language")
        .mayNotAccessAnyLayer()
        .whereLayer("knowledge")
        .mayOnlyAccessLayers("language")
        .whereLayer("retrieval")
        .mayOnlyAccessLayers("knowledge", "language")
        .whereLayer("vectors")
        .mayOnlyAccessLayers("retrieval", "language")
        .whereLayer("vectors")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("answer")
        .mayOnlyAccessLayers("retrieval", "knowledge", "language")
        .whereLayer("channel")
        .mayOnlyAccessLayers("language")
        .whereLayer("reply")
        .mayOnlyAccessLayers("answer", "channel", "knowledge", "language")
        .whereLayer("conversation")
        .mayOnlyAccessLayers("reply", "answer", "channel", "knowledge", "language")
        .whereLayer("console")
        .mayOnlyAccessLayers("channel")
        .whereLayer("telegram")
        .mayOnlyAccessLayers("channel")
        .whereLayer("matrix")
        .mayOnlyAccessLayers("channel")
        .whereLayer("web")
        .mayOnlyAccessLayers("channel")
        .whereLayer("lab")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("lab")
        .mayOnlyAccessLayers("app", "answer", "retrieval", "knowledge", "language")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void onlyRetrievalKnowsLuceneAndTheLabThatComparesWithIt() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hamsafar.retrieval..", "org.hamsafar.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..", "org.tartarus.snowball..")
        .check(CLASSES);
  }

  @Test
  void onlyVectorsKnowTheLibrariesThatRunModels() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hamsafar.vectors")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "ai.djl..")
        .check(CLASSES);
  }

  @Test
  void timeIsInjectedBelowTheApplication() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hamsafar.app..", "org.hamsafar.lab..", "org.hamsafar.cli..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }

  @Test
  void noStaticFieldCanBeAssigned() {
    List<String> mutable =
        CLASSES.stream()
            .flatMap(c -> c.getFields().stream())
            .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
            .filter(f -> !f.getModifiers().contains(JavaModifier.FINAL))
            .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(JavaField::getFullName)
            .toList();
    assertThat(mutable).isEmpty();
  }

  @Test
  void nobodyPrintsPastTheCommandLine() {
    classes()
        .that()
        .resideOutsideOfPackage("org.hamsafar.cli..")
        .should()
        .onlyAccessFieldsThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are not System.out or System.err",
                f ->
                    !(f.getFullName().equals("java.lang.System.out")
                        || f.getFullName().equals("java.lang.System.err"))))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> unmarked =
          files
              .filter(p -> p.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(p -> !isNullMarked(p))
              .toList();
      assertThat(unmarked).isEmpty();
    }
  }

  private static boolean isNullMarked(Path folder) {
    Path info = folder.resolve("package-info.java");
    try {
      return Files.exists(info) && Files.readString(info).contains("NullMarked");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void noFileIsLongerThan500Lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> sources =
          files
              .filter(p -> p.toString().endsWith(".java") || p.toString().endsWith(".kt"))
              .toList();
      for (Path source : sources) {
        assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(500);
      }
    }
  }
}
