package org.practicereview.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.Scope;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Lets the forms of the engine's tasks read from and write to the case file. */
@Component
class CaseFileRecords implements CaseRecords {

  private final CaseFiles cases;
  private final CaseAccess access;
  private final Answers answers;
  private final CaseFacts facts;
  private final CaseAgencies agencies;
  private final UploadedFiles files;
  private final ReferredChildren children;
  private final CaseRows rows;
  private final CaseDays days;
  private final AskedQuestions questions;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  CaseFileRecords(
      CaseFiles cases,
      CaseAccess access,
      Answers answers,
      CaseFacts facts,
      CaseAgencies agencies,
      UploadedFiles files,
      ReferredChildren children,
      CaseRows rows,
      CaseDays days,
      AskedQuestions questions,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.cases = cases;
    this.access = access;
    this.answers = answers;
    this.facts = facts;
    this.agencies = agencies;
    this.files = files;
    this.children = children;
    this.rows = rows;
    this.days = days;
    this.questions = questions;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String open(String tenant, String by) {
    return cases.open(tenant, by).reference();
  }

  @Override
  public boolean mayWorkOn(
      String caseReference, String user, Collection<String> groups, Collection<String> tenants) {
    return access.mayWorkOn(caseReference, user, groups, tenants);
  }

  @Override
  public Optional<String> tenantOf(String caseReference) {
    return cases.exists(caseReference)
        ? Optional.of(cases.get(caseReference).partnership())
        : Optional.empty();
  }

  @Override
  public Map<String, Object> known(String caseReference, String tenant, String scope) {
    Partnership partnership = partnerships.get(tenant);
    Map<String, Object> known = new LinkedHashMap<>();
    Set<String> asked = Set.of();
    if (!caseReference.isEmpty()) {
      CaseFile caseFile = cases.get(caseReference);
      known.putAll(facts.of(caseReference, scope));
      known.put("caseReference", caseReference);
      known.put("partnershipName", caseFile.partnershipName());
      asked =
          agencies.of(caseReference).stream().map(CaseAgency::agency).collect(Collectors.toSet());
    } else {
      known.put("partnershipName", partnership.name());
    }
    known.put("today", LocalDate.now(clock).toString());
    known.put(OPTIONS, options(partnership));
    known.put("agencyChoices", choices(partnership, asked));
    return known;
  }

  private static Set<String> options(Partnership partnership) {
    return partnership.options().entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The agencies that can still be asked: one that has been asked is not asked twice. */
  private static List<Map<String, String>> choices(Partnership partnership, Set<String> asked) {
    return partnership.agencies().stream()
        .filter(agency -> !asked.contains(agency.code()))
        .map((Agency agency) -> Map.of("value", agency.code(), "label", agency.name()))
        .toList();
  }

  @Override
  public Map<String, Object> given(String caseReference, String form, String scope) {
    return answers.latest(caseReference, form, scope).map(FormAnswers::values).orElse(Map.of());
  }

  @Override
  public Optional<String> givenBy(String caseReference, String form, String scope) {
    return answers.latest(caseReference, form, scope).map(FormAnswers::by);
  }

  @Override
  public boolean spokeForAnotherPartner(
      String caseReference, String form, String scope, String user, Instant since) {
    return answers.of(caseReference).stream()
        .filter(given -> given.form().equals(form) && given.by().equals(user))
        .filter(given -> !given.at().isBefore(since))
        .filter(given -> Scope.around(given.scope()).equals(Scope.around(scope)))
        .anyMatch(given -> !given.scope().equals(scope));
  }

  @Override
  public void store(Submission submission) {
    Map<String, Object> values = files.keep(submission);
    questions.remember(submission.form());
    answers.store(
        new FormAnswers(
            submission.caseReference(),
            submission.form().id(),
            submission.form().version(),
            submission.task(),
            submission.scope(),
            values,
            submission.by(),
            clock.instant()));
    children.note(submission.caseReference(), values, submission.by());
    rows.note(submission.caseReference(), values);
    days.note(submission.caseReference(), values);
    audit.record(
        submission.caseReference(),
        submission.by(),
        "\"" + submission.taskName() + "\" was completed" + forWhom(submission.scope()) + ".");
  }

  private static String forWhom(String scope) {
    return scope.isEmpty() ? "" : " for " + Scope.plain(scope).replaceAll("[-:]", " ");
  }
}
