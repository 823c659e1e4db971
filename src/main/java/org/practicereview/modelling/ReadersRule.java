package org.practicereview.modelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.forms.Access;
import org.practicereview.forms.Confidentiality;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.Opening;
import org.practicereview.modelling.OneModel.FormUse;

/**
 * A form opens with facts of the case. So it is offered to no one who may not read them: whom the
 * access of the question lets, or whom the models in use or as shipped show the same fact. No
 * deployment widens that.
 */
final class ReadersRule implements GateRule {

  private static final Pattern IN_WORDS = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  /** Whom a bean names, case by case: people of agencies and partners. */
  private static final String OF_AGENCIES = "whoever the case names";

  private static final Set<String> NOTHING =
      Set.of("none", "today", "", Opening.OWN_ROLE, Opening.OWN_MAILBOX);
  private static final Set<String> FOR_EVERYONE =
      Set.of("caseReference", "partnershipName", "dueOn", "today");

  private volatile Map<String, Set<String>> shipped;

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (submission.sender().isService()) {
      return;
    }
    Map<String, FormSchema> forms = submission.allForms();
    Map<String, Set<Access>> classes = classes(submission, forms);
    Set<String> deployed = new HashSet<>(submission.forms().keySet());
    for (OneModel model : submission.allModels()) {
      boolean changed = submission.files().containsKey(model.file());
      for (FormUse use : model.forms()) {
        FormSchema form = forms.get(use.form());
        if (form != null && (changed || deployed.contains(use.form()))) {
          check(submission, model, use, form, classes, faults);
        }
      }
    }
  }

  private void check(
      Submission submission,
      OneModel model,
      FormUse use,
      FormSchema form,
      Map<String, Set<Access>> classes,
      Consumer<Fault> faults) {
    FormSchema old = submission.before().schemas().get(form.id());
    for (String fact : facts(form)) {
      Set<Access> demanded = classes.getOrDefault(fact, Set.of(Access.IDENTITY));
      // What only this form asks, and did not ask before, its own readers have written.
      boolean own =
          (old == null || !Submission.keys(old).contains(fact))
              && askedNowhereElse(fact, form, submission);
      for (String group : use.groups()) {
        String role = group.startsWith("${") ? OF_AGENCIES : group;
        boolean may = CaseAccess.readBy(role).containsAll(demanded);
        if (!own && !may && !shown(submission, role).contains(fact)) {
          faults.accept(
              new Fault(
                  model.file(),
                  use.element(),
                  use.name(),
                  "its form " + form.id() + " shows " + fact + ", which " + group + " may not read",
                  "Offer the task to a role that may, or take the question out of the form, or let"
                      + " it open empty (prefill: none)."));
        }
      }
    }
  }

  private static boolean askedNowhereElse(String fact, FormSchema form, Submission submission) {
    return Submission.keys(form).contains(fact)
        && submission.allForms().values().stream()
            .filter(other -> !other.id().equals(form.id()))
            .noneMatch(other -> Submission.keys(other).contains(fact));
  }

  /** Facts of the case that a form shows when it opens. */
  private static Set<String> facts(FormSchema form) {
    Set<String> facts = new TreeSet<>();
    form.fields().forEach(field -> add(field, facts));
    facts.removeAll(FOR_EVERYONE);
    facts.removeAll(NOTHING);
    return facts;
  }

  private static void add(FormField field, Set<String> facts) {
    if (field.kind() == FormField.Kind.GUIDANCE) {
      IN_WORDS
          .matcher(field.label())
          .results()
          .map(MatchResult::group)
          .map(word -> word.replaceAll("\\W", ""))
          .forEach(facts::add);
      return;
    }
    facts.add(field.opening().fact(field.key()));
    facts.add(field.offer().key());
    if (!field.opening().prefill().equals("none")) {
      field.rows().forEach(row -> add(row, facts));
    }
  }

  /** What each fact demands of its readers, in every form that asks it, before and afterwards. */
  private static Map<String, Set<Access>> classes(
      Submission submission, Map<String, FormSchema> forms) {
    Map<String, Set<Access>> classes = new HashMap<>();
    Stream.concat(
            forms.values().stream(),
            Stream.of(submission.before(), submission.installation().shipped())
                .flatMap(deployed -> deployed.schemas().values().stream()))
        .flatMap(form -> form.questions().stream())
        .forEach(
            field -> {
              add(classes, field.key(), field.confidentiality());
              field.rows().forEach(row -> add(classes, row.key(), field.confidentiality()));
            });
    return classes;
  }

  private static void add(
      Map<String, Set<Access>> classes, String key, Confidentiality confidentiality) {
    classes.computeIfAbsent(key, one -> new HashSet<>()).addAll(confidentiality.readers());
  }

  private Set<String> shown(Submission submission, String role) {
    if (shipped == null) {
      shipped = shownBy(submission.installation().shipped());
    }
    Set<String> shown = new HashSet<>(shipped.getOrDefault(role, Set.of()));
    shown.addAll(submission.before().shown(ReadersRule::shownBy).getOrDefault(role, Set.of()));
    return shown;
  }

  /** The facts that forms show each role. */
  private static Map<String, Set<String>> shownBy(Deployed deployed) {
    Map<String, Set<String>> shown = new HashMap<>();
    deployed
        .models()
        .forEach(
            (process, model) -> {
              for (FormUse use : model.forms()) {
                Optional.ofNullable(deployed.schemas().get(use.form()))
                    .ifPresent(
                        form ->
                            use.groups()
                                .forEach(
                                    group ->
                                        shown
                                            .computeIfAbsent(
                                                group.startsWith("${") ? OF_AGENCIES : group,
                                                one -> new HashSet<>())
                                            .addAll(facts(form))));
              }
            });
    return shown;
  }
}
