package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.modelling.TableRow.Cell;
import org.practicereview.modelling.TableRow.Entry;

@DisplayName("Tables and forms that are changed in the browser")
class EditedTextsTest {

  @Test
  @DisplayName("stay as they are written, letter by letter, where nothing is changed")
  void unchanged() {
    List<String> changed = new ArrayList<>();
    ShippedGate.FILES.forEach(
        (name, text) -> {
          if (name.endsWith(".dmn")) {
            TableText table = new TableText(text);
            if (!table.with(filled(table)).text().equals(text)) {
              changed.add(name);
            }
          } else if (name.endsWith(".form")) {
            FormText form = new FormText(text);
            if (!form.with(filled(form)).text().equals(form.text())
                || !form.text().strip().equals(text.strip())) {
              changed.add(name);
            }
          }
        });
    assertThat(changed).isEmpty();
  }

  /** What the page sends of a table that no one touched. */
  private static Map<String, List<String>> filled(TableText table) {
    Map<String, List<String>> filled = new TreeMap<>();
    for (TableRow row : table.rows()) {
      filled.put(row.id(), List.of(row.explanation()));
      for (Cell cell : row.cells()) {
        if (cell.column().entry() == Entry.TESTS || cell.column().entry() == Entry.ROLES) {
          List<String> ticked = new ArrayList<>(List.of(""));
          ticked.addAll(cell.values());
          filled.put(cell.id(), ticked);
        } else {
          filled.put(cell.id(), List.of(cell.value()));
        }
      }
    }
    return filled;
  }

  private static Map<String, List<String>> filled(FormText form) {
    Map<String, List<String>> filled = new TreeMap<>();
    for (FormPart part : form.parts()) {
      filled.put("label-" + part.number(), List.of(part.label()));
      if (part.isQuestion()) {
        filled.put("help-" + part.number(), List.of(part.help()));
        filled.put("access-" + part.number(), List.of(part.access()));
        filled.put(
            "required-" + part.number(),
            part.required() ? List.of("false", "true") : List.of("false"));
        filled.put(
            "length-" + part.number(), List.of(part.length() == 0 ? "" : "" + part.length()));
        if (part.isChosen()) {
          List<String> labels = new ArrayList<>();
          List<String> values = new ArrayList<>();
          part.choices().forEach(one -> labels.add(one.label()));
          part.choices().forEach(one -> values.add(one.value()));
          labels.addAll(List.of("", "", ""));
          filled.put("choice-" + part.number(), labels);
          filled.put("value-" + part.number(), values);
        }
      }
    }
    return filled;
  }

  @Test
  @DisplayName("take a new length, other roles and a new row, and refuse what the law forbids")
  void table() {
    String file = "processes/statutory-and-local-clocks.dmn";
    TableText table = new TableText(ShippedGate.FILES.get(file));
    TableText shorter =
        table.with(
            Map.of(
                "outputEntry_referralDecision_length", List.of("4"),
                "outputEntry_referralDecision_escalationRoles", List.of("", "executive"),
                "outputEntry_referralDecision_citation", List.of("Agreed \"here\" & <now>")));
    assertThat(DifferenceOfTables.between(table.text(), shorter.text()))
        .anyMatch(one -> one.contains("becomes 4 working days, was 3 working days"))
        .anyMatch(one -> one.contains("executive"));
    assertThat(shorter.text()).contains("Agreed \u2019here\u2019 &amp; &lt;now&gt;");
    assertThat(check(file, shorter.text())).isEmpty();
    String longer = table.with(Map.of("outputEntry_rapidReview_length", List.of("16"))).text();
    assertThat(check(file, longer)).extracting(Fault::element).contains("rule_rapidReview");

    TableText more = table.withNewRow();
    TableRow row = more.rows().get(more.rows().size() - 1);
    assertThat(row.isAdded()).isTrue();
    assertThat(check(file, more.text())).extracting(Fault::element).contains(row.id());
    Map<String, List<String>> named = new TreeMap<>();
    row.cells().stream()
        .filter(cell -> cell.column().name().equals("name"))
        .forEach(cell -> named.put(cell.id(), List.of("Look at it again")));
    TableText whole = more.with(named);
    assertThat(whole.with(Map.of(named.keySet().iterator().next(), List.of("Look again"))).text())
        .as("a clock that has a key keeps it")
        .contains("\"look-at-it-again\"", "\"Look again\"");
    assertThat(check(file, whole.text())).isEmpty();
    assertThat(Tables.ids(whole.text(), "clock-rules")).contains("look-at-it-again");
    assertThat(whole.without(row.id()).text()).isEqualTo(table.text());
  }

  @Test
  @DisplayName("take a new question with a name of its own, and keep the values of choices")
  void form() {
    String file = "forms/referral/give-view.form";
    FormText form = new FormText(ShippedGate.FILES.get(file));
    FormText more = form.withNew("radio");
    FormPart added = more.parts().get(more.parts().size() - 1);
    assertThat(check(file, more.text())).isNotEmpty();
    String at = "-" + added.number();
    FormText named =
        more.with(
            Map.of(
                "label" + at, List.of("How sure are you?"),
                "access" + at, List.of("identity"),
                "choice" + at, List.of("Very sure", "", "Not sure"),
                "required" + at, List.of("false", "true")));
    FormPart kept = named.parts().get(named.parts().size() - 1);
    assertThat(kept.key()).isEqualTo("howSureAreYou");
    assertThat(kept.required()).isTrue();
    assertThat(kept.choices())
        .extracting(one -> one.value())
        .containsExactly("very-sure", "not-sure");
    assertThat(check(file, named.text())).isEmpty();
    FormText other =
        named.with(
            Map.of(
                "choice" + at,
                List.of("Sure", "Not sure"),
                "value" + at,
                List.of("very-sure", "not-sure")));
    assertThat(other.text()).contains("\"value\": \"very-sure\"").contains("\"label\": \"Sure\"");
    assertThat(named.up(kept.number()).parts())
        .extracting(FormPart::key)
        .endsWith("howSureAreYou", "viewGivenOn");
    assertThat(named.without(kept.number()).text()).isEqualTo(form.text());
    FormPart removed =
        form.parts().stream()
            .filter(one -> one.key().equals("notifiableView"))
            .findFirst()
            .orElseThrow();
    assertThat(check(file, form.without(removed.number()).text())).isNotEmpty();
    assertThat(new FormText(FormText.begun("read-it")).parts()).hasSize(1);
  }

  private static List<Fault> check(String file, String text) {
    return new Gate().check(ShippedGate.submission(Map.of(file, text), ShippedGate.ADMINISTRATOR));
  }
}
