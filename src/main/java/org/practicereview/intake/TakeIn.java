package org.practicereview.intake;

import static org.practicereview.casefile.CaseFileQuestions.CHOOSE_PSEUDONYM;
import static org.practicereview.casefile.CaseFileQuestions.DECIDE_TO_INITIATE;
import static org.practicereview.casefile.CaseFileQuestions.RECORD_REVIEWER;
import static org.practicereview.casefile.CaseFileQuestions.REFER_INCIDENT;
import static org.practicereview.casefile.CaseFileQuestions.SUBMIT_NOTIFICATION;
import static org.practicereview.intake.IntakeQuestions.AGENCIES;
import static org.practicereview.intake.IntakeQuestions.AWARE_ON;
import static org.practicereview.intake.IntakeQuestions.CHILD_BORN_ON;
import static org.practicereview.intake.IntakeQuestions.CHILD_NAME;
import static org.practicereview.intake.IntakeQuestions.CHOOSE_AGENCIES;
import static org.practicereview.intake.IntakeQuestions.DECIDE_SIGN_OFF;
import static org.practicereview.intake.IntakeQuestions.DECISION_TO_INITIATE_ON;
import static org.practicereview.intake.IntakeQuestions.INCIDENT_ON;
import static org.practicereview.intake.IntakeQuestions.NOTIFICATION_REFERENCE;
import static org.practicereview.intake.IntakeQuestions.NOTIFICATION_SENT_ON;
import static org.practicereview.intake.IntakeQuestions.PRACTICE_REVIEW_INITIATED;
import static org.practicereview.intake.IntakeQuestions.PSEUDONYM;
import static org.practicereview.intake.IntakeQuestions.PUBLICATION_PLANNED_ON;
import static org.practicereview.intake.IntakeQuestions.RAPID_REVIEW_SENT_ON;
import static org.practicereview.intake.IntakeQuestions.REPLY_TO_REFERRER;
import static org.practicereview.intake.IntakeQuestions.REVIEWER_NAME;
import static org.practicereview.intake.IntakeQuestions.SEND_RAPID_REVIEW;
import static org.practicereview.intake.IntakeQuestions.SIGN_OFF_DECIDED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.GivenElsewhere;
import org.practicereview.casefile.ReturnState;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.Clocks;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.naming.CaseNaming;
import org.springframework.stereotype.Component;

/** Opens one case that runs already, with its facts and clocks, and lets it go on at its stage. */
@Component
class TakeIn {

  /** In the place of the task in which the answers would have been given. */
  static final String TASK = "takenIn";

  private final CaseFiles cases;
  private final GivenElsewhere answers;
  private final CaseAgencies agencies;
  private final CaseNaming naming;
  private final Clocks clocks;
  private final Beginnings beginnings;
  private final AuditTrail audit;
  private final Clock clock;

  TakeIn(
      CaseFiles cases,
      GivenElsewhere answers,
      CaseAgencies agencies,
      CaseNaming naming,
      Clocks clocks,
      Beginnings beginnings,
      AuditTrail audit,
      Clock clock) {
    this.cases = cases;
    this.answers = answers;
    this.agencies = agencies;
    this.naming = naming;
    this.clocks = clocks;
    this.beginnings = beginnings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a case in.
   *
   * @param file what the trail calls the file
   * @return its reference
   */
  String take(RunningCase running, String partnership, String file, String by) {
    CaseFile opened =
        running.reference().isEmpty()
            ? cases.open(partnership, by)
            : cases.openAs(running.reference(), partnership, by);
    String reference = opened.reference();
    audit.record(
        reference,
        by,
        "The case was running already and was taken in at the stage \"%s\" from %s, row %d."
            .formatted(running.stage().words(), file, running.row()));
    facts(running, reference, by);
    agencies(running, reference, by);
    clocks(running, reference, by);
    beginnings.begin(reference, running.stage());
    if (!running.reviewer().isEmpty()) {
      naming.name(reference, running.reviewer(), CasePeople.LEAD_REVIEWER, "", by);
    }
    return reference;
  }

  private void facts(RunningCase running, String reference, String by) {
    Facts referral = new Facts();
    referral.put(CHILD_NAME, running.child());
    referral.on(CHILD_BORN_ON, running, Column.BORN);
    referral.on(INCIDENT_ON, running, Column.INCIDENT);
    referral.on(AWARE_ON, running, Column.AWARE);
    referral.given.put(REPLY_TO_REFERRER.key(), false);
    store(reference, REFER_INCIDENT, referral, by);

    Facts notification = new Facts();
    notification.on(NOTIFICATION_SENT_ON, running, Column.NOTIFIED);
    notification.put(NOTIFICATION_REFERENCE, running.notificationReference());
    store(reference, SUBMIT_NOTIFICATION, notification, by);

    Facts asked = new Facts();
    if (!running.agencies().isEmpty()) {
      asked.given.put(AGENCIES.key(), running.agencies());
    }
    store(reference, CHOOSE_AGENCIES, asked, by);

    Facts report = new Facts();
    report.on(RAPID_REVIEW_SENT_ON, running, Column.REPORT_SENT);
    store(reference, SEND_RAPID_REVIEW, report, by);

    Facts decision = new Facts();
    decision.on(DECISION_TO_INITIATE_ON, running, Column.DECIDED);
    if (!decision.given.isEmpty()) {
      decision.given.put(PRACTICE_REVIEW_INITIATED.key(), true);
    }
    store(reference, DECIDE_TO_INITIATE, decision, by);

    Facts pseudonym = new Facts();
    pseudonym.put(PSEUDONYM, running.pseudonym());
    store(reference, CHOOSE_PSEUDONYM, pseudonym, by);

    Facts reviewer = new Facts();
    reviewer.put(REVIEWER_NAME, running.reviewerName());
    store(reference, RECORD_REVIEWER, reviewer, by);

    Facts signOff = new Facts();
    signOff.on(SIGN_OFF_DECIDED_ON, running, Column.SIGNED_OFF);
    signOff.on(PUBLICATION_PLANNED_ON, running, Column.PLANNED);
    store(reference, DECIDE_SIGN_OFF, signOff, by);
  }

  /** Answers to a form, those that were given. */
  private static final class Facts {

    private final Map<String, Object> given = new LinkedHashMap<>();

    void put(Question<String> question, String text) {
      if (!text.isEmpty()) {
        given.put(question.key(), text);
      }
    }

    void on(Question<?> question, RunningCase running, Column column) {
      running.on(column).ifPresent(day -> given.put(question.key(), day.toString()));
    }
  }

  private void store(String reference, FormName form, Facts facts, String by) {
    if (!facts.given.isEmpty()) {
      answers.store(
          new FormAnswers(reference, form.id(), "", TASK, "", facts.given, by, clock.instant()));
    }
  }

  /** In the rapid review agencies are still to be asked; later, their returns are in. */
  private void agencies(RunningCase running, String reference, String by) {
    if (running.stage().reaches(Stage.AWAITING_PANEL)) {
      LocalDate asked = running.on(Column.NOTIFIED).orElseThrow();
      for (String agency : running.agencies()) {
        agencies.ask(reference, agency, asked, by);
        agencies.mark(reference, agency, ReturnState.RETURNED, by);
      }
    }
  }

  /** The clocks of the past, met or late as the dates say, and the one that runs. */
  private void clocks(RunningCase running, String reference, String by) {
    past(reference, "serious-incident-notification", running, Column.NOTIFIED, by);
    if (running.stage() != Stage.NOTIFIED) {
      past(reference, "rapid-review", running, Column.REPORT_SENT, by);
    }
    if (running.stage().reaches(Stage.PRACTICE_REVIEW)) {
      clocks.start(new ClockName(reference, "practice-review", ""), by);
    }
  }

  private void past(String reference, String rule, RunningCase running, Column stopped, String by) {
    clocks.start(new ClockName(reference, rule, ""), by);
    running.on(stopped).ifPresent(day -> clocks.stop(new ClockName(reference, rule, ""), day, by));
  }
}
