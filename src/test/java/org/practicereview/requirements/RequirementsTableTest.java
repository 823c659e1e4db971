package org.practicereview.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  private final RequirementsTable table = new RequirementsTable();

  @Test
  @DisplayName("has every requirement once, and names nothing that does not exist")
  void shipped() {
    assertThat(table.findings(NamedThings.text(Path.of("docs/requirements.md")))).isEmpty();
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

  private static String with(String honoured) {
    return EXAMPLE.replaceFirst(
        "\\| R-118 \\| .*\n", "| R-118 | Someone refers | " + honoured + " |\n");
  }

  private static String row(String id, String kind, String name) {
    return "| %s | Someone refers | %s `%s` |".formatted(id, kind, name);
  }
}
