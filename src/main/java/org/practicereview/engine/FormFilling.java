package org.practicereview.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.practicereview.forms.AnswerRules;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/** Fills a form that opens with what the case file knows, so that no one types a thing twice. */
@Component
class FormFilling {

  private final CaseRecords records;
  private final List<MoreFacts> more;
  private final ApprovedVersions versions;
  private final OwnAccount own;

  FormFilling(
      CaseRecords records, List<MoreFacts> more, ApprovedVersions versions, OwnAccount own) {
    this.versions = versions;
    this.own = own;
    this.records = records;
    this.more = more;
  }

  /** What the fields hold: what was given in the same form before, then facts of the case. */
  Map<String, Object> fill(FormPlace place) {
    Map<String, Object> known = known(place);
    Map<String, Object> given =
        records.given(place.caseReference(), place.form().id(), place.scope());
    Map<String, Object> filled = new LinkedHashMap<>();
    for (FormField field : place.form().fields()) {
      if (field.kind() != Kind.GUIDANCE && field.kind() != Kind.FILES) {
        Object value =
            field.isShown()
                ? fact(field, known)
                : own.says(field, place.tenant()).orElseGet(() -> answer(field, given, known));
        if (value != null) {
          filled.put(field.key(), value);
        }
        Stream.concat(Stream.of(field), field.rows().stream())
            .map(question -> question.offer().key())
            .filter(key -> !key.isEmpty())
            .forEach(key -> filled.put(key, known.getOrDefault(key, List.of())));
      }
    }
    for (String shown : CaseRecords.SHOWN) {
      filled.put(shown, Objects.requireNonNullElse(known.get(shown), ""));
    }
    filled.put("dueOn", place.dueOn());
    return filled;
  }

  /**
   * What someone typed and has not sent, over what a form opens with. What approves a version and
   * files are not kept. Rows that came into the case since, such as those of a spreadsheet, are not
   * hidden by it.
   *
   * @param kept answers by key; under {@link #seen} what told the rows apart that they began from
   */
  static Map<String, Object> over(
      FormSchema form, Map<String, Object> filled, Map<String, Object> kept) {
    Map<String, Object> all = new LinkedHashMap<>(filled);
    List<FormField> rows =
        form.questions().stream().filter(field -> field.kind() == Kind.ROWS).toList();
    rows.forEach(field -> all.put(seen(field.key()), mark(filled.get(field.key()))));
    List<String> newer =
        rows.stream()
            .map(FormField::key)
            .filter(key -> kept.containsKey(seen(key)))
            .filter(key -> !Objects.equals(kept.get(seen(key)), all.get(seen(key))))
            .toList();
    for (FormField field : form.questions()) {
      String key = field.key();
      boolean isKept =
          kept.containsKey(key)
              && field.kind() != Kind.FILES
              && !key.equals(ApprovalQuestions.APPROVED_VERSION.key());
      boolean isNewer = newer.contains(key) || !newer.isEmpty() && !isGiven(kept.get(key));
      if (isKept && !isNewer) {
        all.put(key, kept.get(key));
      }
    }
    return all;
  }

  /** Under which key the mark of rows travels. */
  private static String seen(String rows) {
    return rows + "Seen";
  }

  private static String mark(Object rows) {
    return Integer.toHexString(Objects.toString(rows, "").hashCode());
  }

  private static boolean isGiven(Object value) {
    return value != null && !value.equals("") && !value.equals(List.of());
  }

  /** Everything known that a form may show or a rule compare with. */
  Map<String, Object> known(FormPlace place) {
    Map<String, Object> known =
        new LinkedHashMap<>(records.known(place.caseReference(), place.tenant(), place.scope()));
    String file = new String(place.file(), StandardCharsets.UTF_8);
    more.stream()
        .filter(facts -> facts.areAskedIn(file))
        .forEach(facts -> known.putAll(of(facts, place)));
    found(place, known);
    known.putAll(versions.facts(place));
    return known;
  }

  private static Map<String, Object> of(MoreFacts facts, FormPlace place) {
    Map<String, Object> found = facts.of(place.caseReference(), place.scope());
    assert found.keySet().stream().allMatch(facts::areAskedIn)
        : facts.getClass() + " does not name all keys of " + found.keySet();
    return found;
  }

  /** What a decision table has found stands in the engine; a form shows it as if it were a fact. */
  private static void found(FormPlace place, Map<String, Object> known) {
    place.form().fields().stream()
        .filter(FormField::isShown)
        .map(FormField::key)
        .filter(key -> known.get(key) == null && place.variables().containsKey(key))
        .forEach(key -> known.put(key, place.variables().get(key)));
  }

  private static Object answer(
      FormField field, Map<String, Object> given, Map<String, Object> known) {
    String prefill = field.opening().prefill();
    if (prefill.equals("none") || field.opening().isOnce() && !given.isEmpty()) {
      return null;
    }
    // A date of today and an answer that follows another form are taken anew each time.
    boolean anew = prefill.equals("today") || prefill.equals(field.key());
    if (given.containsKey(field.key()) && !anew) {
      return stillOffered(field, given.get(field.key()), known);
    }
    return stillOffered(field, fact(field, known), known);
  }

  private static Object fact(FormField field, Map<String, Object> known) {
    return known.get(field.opening().fact(field.key()));
  }

  /** What was chosen before, without what can no longer be chosen. */
  private static Object stillOffered(FormField field, Object value, Map<String, Object> known) {
    if (field.opening().isOfAnother(field.key()) && !field.offers(value)) {
      return null;
    }
    if (field.offer().key().isEmpty() || !(value instanceof List<?> chosen)) {
      return value;
    }
    Set<String> offered = AnswerRules.offered(field, known);
    return chosen.stream().filter(offered::contains).toList();
  }
}
