package org.practicereview.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.PracticeReviewApplication;
import org.practicereview.engine.ProcessBean;
import org.practicereview.security.InDemonstration;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

@DisplayName("The building blocks")
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.practicereview");

  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("org.practicereview.architecture.fixture");

  private static final ArchRule ENGINE_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..engine..",
              "..forms..",
              "..security..",
              "..modelling..",
              "..oversight..",
              "..process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  private static final ArchRule ONLY_FEEL_IN_FORMS =
      noClasses()
          .that()
          .resideInAPackage("..forms..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.camunda..").and(resideOutsideOfPackage("org.camunda.feel..")));

  private static final ArchRule MAIL_ONLY_IN_THE_OUTBOX =
      noClasses()
          .that()
          .resideOutsideOfPackage("..outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..");

  private static final ArchRule DEMONSTRATION_BEHIND_ONE_CONDITION =
      classes()
          .that()
          .resideInAnyPackage("..demonstration..", "..fixture..")
          .and()
          .areMetaAnnotatedWith(Component.class)
          .should()
          .beAnnotatedWith(InDemonstration.class);

  private static final ArchRule PROCESS_BEANS_IN_THEIR_PLACE =
      classes().that().areAnnotatedWith(ProcessBean.class).should().resideInAPackage("..process..");

  private static final ArchRule NO_EMPTY_NAMES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Constants");

  @Test
  @DisplayName("depend on each other without a circle, and only on what is open to them")
  void modules() {
    ApplicationModules.of(PracticeReviewApplication.class).verify();
  }

  @Test
  @DisplayName("know the engine only at the edge")
  void engineAtTheEdge() {
    ENGINE_AT_THE_EDGE.check(OURS);
    assertThatThrownBy(() -> ENGINE_AT_THE_EDGE.check(BAD)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("read and check forms without the engine, but for its evaluator of conditions")
  void forms() {
    ONLY_FEEL_IN_FORMS.check(OURS);
    assertThatThrownBy(() -> ONLY_FEEL_IN_FORMS.check(BAD)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("leave mail to the outbox")
  void mail() {
    MAIL_ONLY_IN_THE_OUTBOX.check(OURS);
    assertThatThrownBy(() -> MAIL_ONLY_IN_THE_OUTBOX.check(BAD)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("of the demonstration all stand behind the same condition")
  void demonstration() {
    DEMONSTRATION_BEHIND_ONE_CONDITION.check(OURS);
    assertThatThrownBy(() -> DEMONSTRATION_BEHIND_ONE_CONDITION.check(BAD))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("have names that say what things do")
  void names() {
    NO_EMPTY_NAMES.check(OURS);
    assertThatThrownBy(() -> NO_EMPTY_NAMES.check(BAD)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("each say in a sentence what they hold")
  void packageInfo() {
    assertThat(OURS).hasSizeGreaterThan(8);
    assertThat(silentPackages("src/main/java", OURS)).isEmpty();
    assertThat(silentPackages("src/test/java", BAD))
        .contains("org.practicereview.architecture.fixture.house.cellar")
        .doesNotContain("org.practicereview.architecture.fixture.house.attic");
  }

  private static Set<String> silentPackages(String root, JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !saysWhatItHolds(Path.of(root, name.replace('.', '/'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean saysWhatItHolds(Path folder) {
    Path info = folder.resolve("package-info.java");
    try {
      return Files.exists(info) && Files.readString(info).contains("/**");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("open to models only what is marked for them, by a name")
  void processBeans() {
    PROCESS_BEANS_IN_THEIR_PLACE.check(OURS);
    assertThatThrownBy(() -> PROCESS_BEANS_IN_THEIR_PLACE.check(BAD))
        .isInstanceOf(AssertionError.class);
  }
}
