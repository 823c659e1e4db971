package org.practicereview.learning.process;

import static org.practicereview.learning.LearningQuestions.OTHER_AREAS;
import static org.practicereview.learning.LearningQuestions.PUBLICATION_MODE;
import static org.practicereview.learning.LearningQuestions.SIGN_OFF_DECISION;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

/** Lets a model ask whether a learning brief is written. */
@ProcessBean("learning")
public class Briefing {

  private static final String FROM_SIGN_OFF = "briefFromSignOff";

  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Partnerships partnerships;

  Briefing(CaseFiles cases, CaseFacts facts, Partnerships partnerships) {
    this.cases = cases;
    this.facts = facts;
    this.partnerships = partnerships;
  }

  /**
   * Whether a brief is due. A partnership that holds a briefing by the author may leave it out, but
   * never where the report is not on its pages, as the brief is then all that practitioners get,
   * nor where another area is concerned, which gets the brief and no briefing.
   */
  public boolean briefDue(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    Partnership partnership = partnerships.get(cases.get(reference).partnership());
    return partnership.option("learningBriefAlways")
        || !partnership.option("briefingFollowUp")
        || partnership.option("outOfAreaPartnerships")
            && !OTHER_AREAS.in(facts.of(reference)).isEmpty()
        || !isPublished(facts.of(reference));
  }

  /**
   * Whether a brief is due and no other part of the journey writes it. A journey that began before
   * the brief was written from sign-off on still writes it after publication.
   */
  public boolean briefMissing(DelegateExecution execution) {
    return !Boolean.TRUE.equals(execution.getVariable(FROM_SIGN_OFF)) && briefDue(execution);
  }

  /** Whether it is on the public pages, or expected to be: no one asked for another way. */
  private static boolean isPublished(Map<String, Object> known) {
    return PUBLICATION_MODE.isAnsweredIn(known)
        ? PUBLICATION_MODE.is("website", known)
        : !SIGN_OFF_DECISION.is("ask-not-to-publish", known);
  }
}
