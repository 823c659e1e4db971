package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.forms.Access;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.ShippedForms;
import org.practicereview.modelling.OneModel.FormUse;

@DisplayName("A question that opens with the answer to another one")
class PrefilledFromTest {

  private static final Map<String, FormSchema> FORMS = new ShippedForms().latest();

  @Test
  @DisplayName("is put to those who may read that answer, or gave it themselves")
  void readers() {
    assertThat(faults(FORMS)).isEmpty();
  }

  @Test
  @DisplayName("is named where it is put to others, or keeps a text for more readers")
  void named() {
    ShippedForms forms = new ShippedForms();
    forms.deploy(
        "plan-publication",
        ShippedModels.text(Path.of("forms/publication/plan-publication.form"))
            .replace(
                "\"prefill\": \"mediaStatement\"", "\"prefill\": \"familyReportArrangement\""));
    forms.deploy(
        "draft-terms-of-reference",
        ShippedModels.text(Path.of("forms/cspr/draft-terms-of-reference.html"))
            .replace(
                "name=\"termsPurpose\"",
                "name=\"termsPurpose\" data-prefill=\"initiationReasons\""));

    assertThat(faults(forms.latest()))
        .containsExactlyInAnyOrder(
            "plan-publication: communications may not read familyReportArrangement",
            "draft-terms-of-reference: termsPurpose has more readers than initiationReasons");
  }

  @Test
  @DisplayName("says where it comes from")
  void said() {
    Set<String> silent = new TreeSet<>();
    FORMS.forEach(
        (id, form) ->
            form.questions().stream()
                .filter(field -> field.opening().isOfAnother(field.key()))
                .filter(field -> field.kind() != Kind.ROWS)
                .filter(field -> !hint(id, field).contains("Filled in"))
                .forEach(field -> silent.add(id + ": " + field.key())));

    assertThat(silent).isEmpty();
  }

  /** The help beside a question; that of an embedded form stands below the input. */
  private static String hint(String form, FormField field) {
    Path embedded =
        ShippedModels.files(Path.of("forms"), ".html").stream()
            .filter(file -> file.endsWith(form + ".html"))
            .findFirst()
            .orElse(null);
    if (embedded == null) {
      return field.wording().hint();
    }
    return Optional.ofNullable(
            Jsoup.parse(ShippedModels.text(embedded))
                .selectFirst("[name=%s]:not([disabled])".formatted(field.key())))
        .map(input -> input.closest(".form-group").select(".help-block").text())
        .orElse("");
  }

  private static Set<String> faults(Map<String, FormSchema> forms) {
    Set<String> faults = new TreeSet<>();
    ShippedModels.processes().stream()
        .map(one -> OneModel.trust(one.path(), one.xml()))
        .flatMap(model -> model.forms().stream())
        .filter(use -> forms.containsKey(use.form()))
        .forEach(use -> check(use, forms, faults));
    return faults;
  }

  private static void check(FormUse use, Map<String, FormSchema> forms, Set<String> faults) {
    for (FormField field : forms.get(use.form()).questions()) {
      String fact = field.opening().fact(field.key());
      if (!field.opening().isOfAnother(field.key())) {
        continue;
      }
      Set<Access> demanded = demandedBy(fact, forms);
      for (String role : use.groups()) {
        boolean may = CaseAccess.readBy(role).containsAll(demanded) || answers(role, fact, forms);
        if (!may) {
          faults.add("%s: %s may not read %s".formatted(use.form(), role, fact));
        }
      }
      boolean isText = field.kind() == Kind.TEXT || field.kind() == Kind.NARRATIVE;
      if (isText
          && demanded.contains(Access.IDENTITY)
          && field.confidentiality().readers().equals(EnumSet.of(Access.REVIEW_TEAM))) {
        faults.add("%s: %s has more readers than %s".formatted(use.form(), field.key(), fact));
      }
    }
  }

  /** What the answer to a question demands of its readers, in every form that asks it. */
  private static Set<Access> demandedBy(String fact, Map<String, FormSchema> forms) {
    Set<Access> demanded = new HashSet<>();
    forms.values().stream()
        .flatMap(form -> form.questions().stream())
        .filter(field -> field.key().equals(fact))
        .forEach(field -> demanded.addAll(field.confidentiality().readers()));
    return demanded.isEmpty() ? Set.of(Access.IDENTITY) : demanded;
  }

  /** Whether a form that asks the question is put to the same people. */
  private static boolean answers(String role, String fact, Map<String, FormSchema> forms) {
    return ShippedModels.processes().stream()
        .map(one -> OneModel.trust(one.path(), one.xml()))
        .flatMap(model -> model.forms().stream())
        .filter(use -> use.groups().contains(role))
        .map(use -> forms.get(use.form()))
        .anyMatch(
            form ->
                form != null
                    && form.questions().stream().anyMatch(field -> field.key().equals(fact)));
  }
}
