package org.practicereview.panel.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.engine.ProcessBean;
import org.practicereview.panel.PanelRounds;
import org.practicereview.panel.QuestionOwners;

/** Which questions of the Panel are open, and who answers and approves one. */
@ProcessBean("panelQuestions")
public class QuestionPeople {

  private final PanelRounds rounds;
  private final QuestionOwners owners;

  QuestionPeople(PanelRounds rounds, QuestionOwners owners) {
    this.rounds = rounds;
    this.owners = owners;
  }

  /** The codes of the questions that the Panel asked last. */
  public List<String> open(DelegateExecution execution) {
    return rounds.codes(execution.getProcessBusinessKey());
  }

  /** The group of those who answer the question that the process works on. */
  public String owner(DelegateExecution execution) {
    return owners.group(execution.getProcessBusinessKey(), ownerOf(execution));
  }

  /** The role that approves the answer to it. */
  public String approver(DelegateExecution execution) {
    return owners.approver(ownerOf(execution));
  }

  private String ownerOf(DelegateExecution execution) {
    return rounds.owner(
        execution.getProcessBusinessKey(), String.valueOf(execution.getVariable("item")));
  }
}
