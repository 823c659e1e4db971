package org.practicereview.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.FormField.Kind;

@DisplayName("Every date that a form asks for")
class DatesHeldAgainstTest {

  private static final Map<String, FormSchema> FORMS = new ShippedForms().latest();

  /** Days that nothing in the case can come before, each with the reason. */
  private static final Map<String, String> NOTHING_COMES_BEFORE =
      Map.ofEntries(
          Map.entry("refer-incident childBornOn", "the life of the child begins with it"),
          Map.entry("refer-incident childExpectedOn", "no one knows it for sure"),
          Map.entry("complete-notification incidentOn", "births are held against it"),
          Map.entry("complete-notification childBornOn", "the life of the child begins with it"),
          Map.entry("record-further-child furtherChildBornOn", "a birth"),
          Map.entry("complete-agency-return personBornOn", "a birth"),
          Map.entry("complete-agency-return episodeOn", "what an agency did years before"),
          Map.entry("complete-chronology eventOn", "what happened in the life of the child"),
          Map.entry("choose-agencies periodFrom", "the records of years before are looked at"),
          Map.entry("draft-terms-of-reference scopeFrom", "the years under review"),
          Map.entry("check-immediate-safety safetyReferralMadeOn", "may have been made before"),
          Map.entry("check-safety-now safetyReferralMadeOn", "may have been made before"),
          Map.entry("record-urgent-concern urgentConcernOn", "nothing stands in its way"));

  /** Days that the service works out from the answers of several. */
  private static final Set<String> WORKED_OUT = Set.of("viewsGivenOn", "partnersSignedOffOn");

  @Test
  @DisplayName("has a day that it must not lie before, or a reason why it has none")
  void lowerBound() {
    Set<String> without =
        dates()
            .filter(date -> date.field().limits().date().notBefore().isEmpty())
            .map(AskedDate::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without).isEqualTo(new TreeSet<>(NOTHING_COMES_BEFORE.keySet()));
  }

  @Test
  @DisplayName("is held against days that some form asks for")
  void known() {
    Set<String> asked =
        FORMS.values().stream()
            .flatMap(form -> form.fields().stream())
            .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
            .filter(field -> field.kind() == Kind.DATE)
            .map(FormField::key)
            .collect(Collectors.toCollection(TreeSet::new));
    asked.addAll(WORKED_OUT);
    asked.add("today");
    assertThat(
            dates()
                .flatMap(date -> Stream.of(date.field().limits().date()))
                .flatMap(limit -> Stream.of(limit.notBefore(), limit.notAfter()))
                .flatMap(days -> Arrays.stream(days.split(",")))
                .map(String::strip)
                .filter(day -> !day.isEmpty()))
        .isNotEmpty()
        .isSubsetOf(asked);
  }

  /** A date and the form that asks for it. */
  private record AskedDate(String form, FormField field) {

    String name() {
      return form + " " + field.key();
    }
  }

  private static Stream<AskedDate> dates() {
    return FORMS.entrySet().stream()
        .flatMap(
            form ->
                form.getValue().questions().stream()
                    .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
                    .filter(field -> field.kind() == Kind.DATE && !field.isShown())
                    .map(field -> new AskedDate(form.getKey(), field)));
  }
}
