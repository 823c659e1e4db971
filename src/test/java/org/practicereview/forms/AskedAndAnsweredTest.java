package org.practicereview.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.AskedAndAnswered.Line;
import org.practicereview.forms.AskedAndAnswered.Part;

@DisplayName("Answers that are read again")
class AskedAndAnsweredTest {

  private static final String FORM =
      """
      <form>
        <label for="livesWith">Who does the child live with?</label>
        <input type="text" id="livesWith" name="livesWith">
        <label for="nspccAgeGroup">Age group of the NSPCC's repository</label>
        <select id="nspccAgeGroup" name="nspccAgeGroup">
          <option value="under-1">Under one year</option><option value="1-2">One or two years</option>
        </select>
        <label for="owner">Which agency answers?</label>
        <select id="owner" name="owner" data-choices="agencyChoices"></select>
        <label for="metOn">When was it?</label>
        <input type="date" id="metOn" name="metOn">
        <label><input type="checkbox" name="agreed"> The business manager agrees</label>
        <fieldset data-rows="adults" data-min="0" data-max="9" data-row-name="Adult">
          <label for="adultName">Name</label>
          <input type="text" id="adultName" name="adultName">
          <label for="adultLeftOn">Left on</label>
          <input type="date" id="adultLeftOn" name="adultLeftOn">
        </fieldset>
      </form>
      """;

  private final Optional<FormSchema> form =
      Optional.of(new ShippedForms().deploy("ask-someone", FORM));
  private final AskedAndAnswered asked =
      new AskedAndAnswered(
          written -> written.replace("business manager", "manager of the board"),
          code -> "police".equals(code) ? "Essex Police" : code);

  @Test
  @DisplayName("have the questions, the choices and the order of their form, and text as typed")
  void asAsked() {
    assertThat(
            lines(
                form,
                Map.of(
                    "agreed", true,
                    "metOn", "2026-05-29",
                    "owner", "police",
                    "nspccAgeGroup", "under-1",
                    "livesWith", "step-father")))
        .containsExactly(
            new Line("Who does the child live with?", "step-father"),
            new Line("Age group of the NSPCC's repository", "Under one year"),
            new Line("Which agency answers?", "Essex Police"),
            new Line("When was it?", "Fri 29 May 2026"),
            new Line("The manager of the board agrees", "Yes"));
  }

  private List<Line> lines(Optional<FormSchema> form, Map<String, Object> values) {
    return asked.parts(form, values).stream().flatMap(part -> part.lines().stream()).toList();
  }

  @Test
  @DisplayName("stand under the headings of their form")
  void headings() {
    Optional<FormSchema> referral = Optional.of(new ShippedForms().latest().get("refer-incident"));
    assertThat(
            asked.parts(
                referral, Map.of("referrerName", "Sam", "incidentOutline", "A fall.", "odd", 1)))
        .containsExactly(
            new Part("About you", List.of(new Line("Name", "Sam"))),
            new Part("What happened", List.of(new Line("What happened?", "A fall."))),
            new Part("", List.of(new Line("Odd", "1"))));
  }

  @Test
  @DisplayName("keep a date that was typed into a line of text as it was typed")
  void typedDate() {
    assertThat(lines(form, Map.of("livesWith", "2026-05-29")))
        .containsExactly(new Line("Who does the child live with?", "2026-05-29"));
  }

  @Test
  @DisplayName("show each row on a line of its own, with its questions")
  void rows() {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("adultLeftOn", "2026-02-28");
    first.put("adultName", "Sam");
    assertThat(lines(form, Map.of("adults", List.of(first, Map.of("adultName", "Alex")))))
        .extracting(Line::answer)
        .containsExactly("Name: Sam; Left on: Sat 28 Feb 2026\nName: Alex");
  }

  @Test
  @DisplayName("leave out what was left open, and lose nothing that the form no longer asks")
  void unknown() {
    assertThat(lines(form, Map.of("livesWith", "", "adults", List.of(), "oldFact", false)))
        .containsExactly(new Line("Old fact", "No"));
    assertThat(lines(Optional.empty(), Map.of("metOn", "2026-05-29")))
        .containsExactly(new Line("Met on", "Fri 29 May 2026"));
  }
}
