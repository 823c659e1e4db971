package org.practicereview.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form is held against its own rules")
class FormCheckTest {

  private static final String CAMUNDA_FORM =
      """
      {"components": [
        {"type": "text", "text": "# Guidance"},
        {"type": "textfield", "key": "place", "label": "Place of the incident",
         "validate": {"required": true, "maxLength": 20}},
        {"type": "textarea", "key": "harm", "label": "Harm", "validate": {"maxLength": 20000}},
        {"type": "textfield", "key": "email", "label": "E-mail",
         "validate": {"validationType": "email", "maxLength": 200}},
        {"type": "number", "key": "visits", "label": "Visits", "validate": {"min": 0, "max": 9}},
        {"type": "datetime", "subtype": "date", "key": "incidentOn", "dateLabel": "Incident",
         "properties": {"notAfter": "today"}},
        {"type": "datetime", "subtype": "date", "key": "awareOn", "dateLabel": "Aware",
         "properties": {"notBefore": "incidentOn", "notAfter": "today"}},
        {"type": "radio", "key": "decision", "label": "Decision",
         "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]},
        {"type": "textfield", "key": "reason", "label": "Reason",
         "conditional": {"hide": "=decision != \\"no\\""},
         "validate": {"required": true, "maxLength": 200}},
        {"type": "checklist", "key": "agencies", "label": "Agencies", "valuesKey": "agencyChoices"},
        {"type": "checkbox", "key": "alert", "label": "Alert set",
         "validate": {"required": true}, "properties": {"option": "alertOnRecords"}}
      ]}""";

  private static final String EMBEDDED_FORM =
      """
      <form><fieldset data-rows="children" data-min="1" data-max="4" data-row-name="Child">
        <label>Name <input name="name" required maxlength="100"></label>
        <label>Born on <input type="date" name="bornOn" data-not-after="incidentOn"></label>
      </fieldset></form>""";

  private final FormCheck check =
      new FormCheck(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London")));

  @Test
  @DisplayName("takes what keeps the rules and leaves out what the form does not ask")
  void accepts() {
    Map<String, Object> accepted =
        accept(Map.of("place", "  Home\u200B ", "visits", 3, "childsName", "Sam"));

    assertThat(accepted).containsExactlyInAnyOrderEntriesOf(Map.of("place", "Home", "visits", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200B", "\u0000"})
  @DisplayName("sees through answers that only look like one")
  void blank(String nothing) {
    assertThat(refused(Map.of("place", nothing))).containsKey("place");
  }

  @Test
  @DisplayName("takes a narrative of 20,000 characters and refuses one more")
  void narrative() {
    assertThat(accept(Map.of("place", "x", "harm", "n".repeat(20_000)))).containsKey("harm");
    assertThat(refused(Map.of("place", "x", "harm", "n".repeat(20_001))))
        .extractingByKey("harm")
        .asString()
        .contains("20,001", "20,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21",
        "2026-02-31",
        "0202-01-01",
        "26-01-01",
        "yesterday",
        "32/13/2026",
        "31/2/2026",
        "2/13/2026",
        "1/2/26",
        "2026-02-01 and more"
      })
  @DisplayName("refuses a date in the future or that does not exist")
  void dates(String date) {
    assertThat(refused(Map.of("place", "x", "incidentOn", date))).containsOnlyKeys("incidentOn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9/11/2026", "09/11/2026", " 9 . 11 . 2026 ", "9-11-2026", "2026-11-09"})
  @DisplayName("takes a date as day, month and year")
  void dayMonthYear(String date) {
    assertThat(accept(Map.of("place", "x", "incidentOn", date)))
        .containsEntry("incidentOn", "2026-11-09");
  }

  @Test
  @DisplayName("refuses awareness before the incident, given now or in an earlier form")
  void dateOrder() {
    assertThat(refused(Map.of("place", "x", "incidentOn", "2026-11-10", "awareOn", "2026-11-09")))
        .containsOnlyKeys("awareOn");
    FormRefused earlier =
        catchThrowableOfType(
            FormRefused.class,
            () ->
                check.accept(
                    form(EMBEDDED_FORM),
                    Map.of("children", List.of(Map.of("name", "A", "bornOn", "2026-11-10"))),
                    Map.of("incidentOn", "2026-11-09")));
    assertThat(earlier.fields()).containsOnlyKeys("children[0].bornOn");
    assertThat(earlier).hasMessageContaining("Child 1, Born on");
  }

  @Test
  @DisplayName("holds a date against the latest of several days, and against none not known")
  void severalDays() {
    FormSchema form =
        form(
            "<form><label>Sent on <input type=\"date\" name=\"sentOn\""
                + " data-not-before=\"awareOn, signedOffOn, approvedOn\"></label></form>");
    Map<String, Object> known = Map.of("awareOn", "2026-11-02", "signedOffOn", "2026-11-10");
    assertThat(check.accept(form, Map.of("sentOn", "2026-11-10"), known)).containsKey("sentOn");
    FormRefused refused =
        catchThrowableOfType(
            FormRefused.class, () -> check.accept(form, Map.of("sentOn", "2026-11-09"), known));
    assertThat(refused.fields().get("sentOn"))
        .isEqualTo("must not be before the date \"signed off on\", 10/11/2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "NaN", "-1", "10", "many"})
  @DisplayName("refuses what is no number or out of range")
  void numbers(String number) {
    assertThat(refused(Map.of("place", "x", "visits", number))).containsOnlyKeys("visits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam", "sam@", "sam@example", "a@b.example,c@x.example", "a b@c.example"})
  @DisplayName("refuses what is no single e-mail address")
  void addresses(String address) {
    assertThat(refused(Map.of("place", "x", "email", address))).containsOnlyKeys("email");
  }

  @Test
  @DisplayName("asks a question only when its condition holds, and drops the answer otherwise")
  void conditions() {
    assertThat(refused(Map.of("place", "x", "decision", "no"))).containsOnlyKeys("reason");
    assertThat(accept(Map.of("place", "x", "decision", "yes", "reason", "old")))
        .doesNotContainKey("reason");
  }

  @Test
  @DisplayName("offers only the agencies the case may still ask")
  void offered() {
    Map<String, Object> known = new HashMap<>();
    known.put("agencyChoices", List.of(Map.of("value", "police", "label", "Police")));
    Map<String, Object> given = Map.of("place", "x", "agencies", List.of("police", "circus"));

    assertThatThrownBy(() -> check.accept(form(CAMUNDA_FORM), given, known))
        .isInstanceOf(FormRefused.class)
        .hasMessageContaining("Agencies");
  }

  @Test
  @DisplayName("asks for a step only where the partnership takes it")
  void options() {
    assertThat(accept(Map.of("place", "x"))).doesNotContainKey("alert");
    Map<String, Object> known = Map.of(CaseRecords.OPTIONS, Set.of("alertOnRecords"));
    assertThatThrownBy(() -> check.accept(form(CAMUNDA_FORM), Map.of("place", "x"), known))
        .isInstanceOf(FormRefused.class);
  }

  @Test
  @DisplayName("counts rows and checks each of them")
  void rows() {
    FormSchema form = form(EMBEDDED_FORM);
    Map<String, Object> child = Map.of("name", "A");
    assertThat(check.accept(form, Map.of("children", List.of(child)), Map.of()))
        .containsEntry("children", List.of(child));
    for (List<Map<String, Object>> wrong :
        List.of(
            List.<Map<String, Object>>of(),
            List.of(child, child, child, child, child),
            List.of(Map.<String, Object>of("name", "")))) {
      assertThatThrownBy(() -> check.accept(form, Map.of("children", wrong), Map.of()))
          .isInstanceOf(FormRefused.class);
    }
  }

  @Test
  @DisplayName("keeps markup and expressions as the text they are")
  void markup() {
    String typed = "${7*7} <script>1</script>";
    assertThat(accept(Map.of("place", "x", "harm", typed))).containsEntry("harm", typed);
  }

  private Map<String, Object> accept(Map<String, Object> given) {
    return check.accept(form(CAMUNDA_FORM), given, Map.of());
  }

  private Map<String, String> refused(Map<String, Object> given) {
    FormRefused refused = catchThrowableOfType(FormRefused.class, () -> accept(given));
    assertThat(refused).hasMessageStartingWith("Nothing was changed.");
    return refused.fields();
  }

  private static FormSchema form(String text) {
    return FormSchemaReader.read("example", text.getBytes(StandardCharsets.UTF_8));
  }
}
