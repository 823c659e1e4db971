package org.practicereview.learning.process;

import static org.practicereview.learning.LearningQuestions.PUBLICATION_MODE;
import static org.practicereview.learning.LearningQuestions.PUBLISHED_ON;

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
   * never where the report is not on its pages: then the brief is all that practitioners get.
   */
  public boolean briefDue(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    Partnership partnership = partnerships.get(cases.get(reference).partnership());
    return partnership.option("learningBriefAlways")
        || !partnership.option("briefingFollowUp")
        || !isPublished(facts.of(reference));
  }

  private static boolean isPublished(Map<String, Object> known) {
    Object mode = known.get(PUBLICATION_MODE.key());
    return mode == null ? known.get(PUBLISHED_ON.key()) != null : mode.equals("website");
  }
}
