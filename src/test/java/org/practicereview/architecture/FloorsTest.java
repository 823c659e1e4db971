package org.practicereview.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.PracticeReviewApplication;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The building blocks stand on floors; each says which of those below or beside it may use. */
@DisplayName("The floors of the building blocks")
class FloorsTest {

  /** From the ground up. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("refusals", "reading", "partnership", "audit", "forms", "files"),
          List.of("engine", "security", "outbox", "notes", "drafts"),
          List.of("casefile"),
          List.of(
              "deadlines",
              "events",
              "agencies",
              "areas",
              "panel",
              "naming",
              "reviewteam",
              "practitioners",
              "family",
              "chronology",
              "learning",
              "letters",
              "report",
              "actionplan",
              "publication",
              "register",
              "work",
              "absence",
              "bundle",
              "intake"),
          List.of("oversight", "modelling", "demonstration", "pages"));

  private static final String FIXTURE = "org.practicereview.architecture.fixture.";

  @Test
  @DisplayName("hold every building block, and each says what it may use")
  void everyBlockStandsOnAFloor() {
    assertThat(declared()).containsOnlyKeys(FLOORS.stream().flatMap(List::stream).toList());
  }

  @Test
  @DisplayName("are never reached from below")
  void noArrowUpwards() {
    assertThat(upwards(declared())).isEmpty();
    assertThat(upwards(Map.of("forms", List.of("casefile"), "pages", List.of("events :: process"))))
        .containsExactly("forms may use casefile, which stands above it");
  }

  @Test
  @DisplayName("are kept: an arrow that is not declared, and a circle, fail the build")
  void undeclaredArrowsFail() {
    assertThatThrownBy(() -> fixture("house").verify())
        .isInstanceOf(Violations.class)
        .hasMessageContaining("'attic'")
        .hasMessageContaining("'cellar'");
    assertThatThrownBy(() -> fixture("circle").verify())
        .isInstanceOf(Violations.class)
        .hasMessageContaining("Cycle");
  }

  private static ApplicationModules fixture(String name) {
    return ApplicationModules.of(FIXTURE + name, location -> true);
  }

  /** What each building block says it may use, by its name. */
  private static Map<String, List<String>> declared() {
    Map<String, List<String>> declared = new TreeMap<>();
    ApplicationModules.of(PracticeReviewApplication.class)
        .forEach(
            module ->
                module
                    .getBasePackage()
                    .getAnnotation(ApplicationModule.class)
                    .map(ApplicationModule::allowedDependencies)
                    .ifPresent(
                        allowed ->
                            declared.put(module.getIdentifier().toString(), List.of(allowed))));
    return declared;
  }

  private static List<String> upwards(Map<String, List<String>> declared) {
    List<String> wrong = new ArrayList<>();
    declared.forEach(
        (block, allowed) ->
            allowed.stream()
                .map(arrow -> arrow.split(" ::")[0])
                .filter(used -> floor(used) > floor(block))
                .map(used -> block + " may use " + used + ", which stands above it")
                .forEach(wrong::add));
    return wrong;
  }

  private static int floor(String block) {
    return IntStream.range(0, FLOORS.size())
        .filter(floor -> FLOORS.get(floor).contains(block))
        .findFirst()
        .orElseThrow(() -> new AssertionError(block + " stands on no floor"));
  }
}
