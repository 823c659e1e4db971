package org.practicereview.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The table of requirements")
class RequirementsTableTest {

  private static final String EXAMPLE =
      RequirementsTable.ids().stream()
          .map("| %s | Something | Left out: this row is only an example |\n"::formatted)
          .collect(Collectors.joining());

  private static final String PROVEN =
      with("form `refer-incident`, test `ReferralStoriesTest#family`");

  private final RequirementsTable table = new RequirementsTable();

  @Test
  @DisplayName("has every requirement once, and names nothing that does not exist")
  void shipped() {
    assertThat(table.findings(NamedThings.text(Path.of("docs/requirements.md")))).isEmpty();
  }

  @Test
  @DisplayName("rests on tests that say which requirement they prove")
  void proven() {
    assertThat(Proofs.shipped().findings(NamedThings.text(Path.of("docs/requirements.md"))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("may not name what someone made up")
  @CsvSource({
    "process, carry-out-magic",
    "step, referral/userTask_madeUp",
    "step, carry-out-magic/userTask_screenReferral",
    "form, made-up-form",
    "form, refer-incident#madeUp",
    "letter, referral/made-up",
    "clock, made-up",
    "option, madeUp",
    "option, planReportMonths",
    "setting, scopingMeeting",
    "word, madeUp",
    "class, MadeUp",
    "test, MadeUpTest",
    "test, ReferralStoriesTest#madeUp",
    "test, StoryTest#openTheDesk",
    "page, made-up.html",
    "document, docs/made-up.md",
  })
  void madeUp(String kind, String name) {
    String page = EXAMPLE.replaceFirst("\\| R-118 \\| .*", row("R-118", kind, name));
    assertThat(table.findings(page))
        .containsExactly("R-118 names the " + kind + " " + name + ", which does not exist");
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("may name each kind of thing that is there")
  @CsvSource({
    "process, referral",
    "process, notifiable-incident",
    "step, consider-referral/userTask_screenReferral",
    "form, refer-incident",
    "form, refer-incident#childName",
    "form, complete-notification",
    "letter, referral/decision",
    "clock, rapid-review",
    "option, scopingMeeting",
    "setting, practitionerInviter",
    "word, reviewName",
    "class, CaseAccess",
    "test, ReferralStoriesTest",
    "test, ReferralStoriesTest#family",
    "page, refer.html",
    "document, docs/forms.md",
  })
  void there(String kind, String name) {
    String page = EXAMPLE.replaceFirst("\\| R-118 \\| .*", row("R-118", kind, name));
    assertThat(table.findings(page)).isEmpty();
  }

  @Test
  @DisplayName("misses no number, has none twice and makes up none")
  void numbers() {
    String row = "| R-118 | Someone refers | form `refer-incident` |\n";
    assertThat(table.findings(EXAMPLE.replaceFirst("\\| R-118 \\| .*\n", "")))
        .containsExactly("R-118 is missing");
    assertThat(table.findings(EXAMPLE.replaceFirst("\\| R-118 \\| .*\n", row + row)))
        .containsExactly("R-118 is there 2 times");
    assertThat(table.findings(EXAMPLE + row.replace("R-118", "R-165")))
        .containsExactly("R-165 is no requirement");
    assertThat(table.findings(EXAMPLE.replaceFirst("\\| D-31 \\| .*\n", "")))
        .containsExactly("D-31 is missing");
  }

  @Test
  @DisplayName("leaves nothing out without a reason, and does not talk around")
  void reasons() {
    assertThat(table.findings(with("Left out: no")))
        .containsExactly("R-118 is left out without a reason");
    assertThat(table.findings(with("Left out: the service imports nothing from elsewhere")))
        .isEmpty();
    assertThat(table.findings(with("somewhere in the code")))
        .containsExactly("R-118 does not name what honours it");
    assertThat(table.findings(with("form `refer-incident` and more")))
        .containsExactly("R-118 does not name what honours it");
    assertThat(table.findings(with("thing `refer-incident`")))
        .containsExactly("R-118 names a thing, which is no kind of thing");
  }

  @Test
  @DisplayName("may say which part of a requirement is not kept")
  void partly() {
    assertThat(table.findings(with("form `refer-incident`. Partly: no one is asked twice")))
        .isEmpty();
    assertThat(table.findings(with("form `refer-incident`. Partly: some of it")))
        .containsExactly("R-118 does not say which part is not kept");
    assertThat(table.findings(with("Partly: no one is asked for anything twice")))
        .containsExactly("R-118 does not name what honours it");
  }

  @Test
  @DisplayName("refuses a row that no test of its own proves")
  void unproven() {
    String test = "ReferralStoriesTest#family";
    assertThat(proofs(Map.of(test, Set.of("R-118"))).findings(PROVEN)).isEmpty();
    assertThat(proofs(Map.of()).findings(PROVEN))
        .containsExactly(
            "R-118 is proven by none of its tests: none carries @Requirement(\"R-118\")");
    assertThat(proofs(Map.of()).findings(with("letter `layout`, class `CaseAccess`")))
        .containsExactly("R-118 names no test, only what should honour it");
    assertThat(proofs(Map.of()).findings(EXAMPLE)).isEmpty();
  }

  @Test
  @DisplayName("refuses a test that says it proves what the table does not connect to it")
  void unconnected() {
    assertThat(
            proofs(
                    Map.of(
                        "ReferralStoriesTest#family", Set.of("R-118", "R-119"),
                        "ReferralStoriesTest#late", Set.of("R-118"),
                        "ReferralStoriesTest", Set.of("R-200")))
                .findings(PROVEN))
        .containsExactlyInAnyOrder(
            "ReferralStoriesTest#family says that it proves R-119, whose row does not name it",
            "ReferralStoriesTest#late says that it proves R-118, whose row does not name it",
            "ReferralStoriesTest says that it proves R-200, whose row does not name it");
  }

  @Test
  @DisplayName("keeps no row on the list of those not yet proven when it is proven or left out")
  void shorter() {
    Map<String, Set<String>> carried = Map.of("ReferralStoriesTest#family", Set.of("R-118"));
    assertThat(proofs(Map.of(), "R-118").findings(PROVEN)).isEmpty();
    assertThat(proofs(carried, "R-118", "R-119", "R-165").findings(PROVEN))
        .containsExactlyInAnyOrder(
            "R-118 is proven: take it off the list of rows not yet proven",
            "R-119 is left out: take it off the list of rows not yet proven",
            "R-165 is on the list of rows not yet proven and is no requirement");
  }

  private static Proofs proofs(Map<String, Set<String>> carried, String... notYetProven) {
    return new Proofs(carried, List.of(notYetProven));
  }

  private static String with(String honoured) {
    return EXAMPLE.replaceFirst(
        "\\| R-118 \\| .*\n", "| R-118 | Someone refers | " + honoured + " |\n");
  }

  private static String row(String id, String kind, String name) {
    return "| %s | Someone refers | %s `%s` |".formatted(id, kind, name);
  }
}
