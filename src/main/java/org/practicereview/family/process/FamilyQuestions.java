package org.practicereview.family.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.engine.ProcessBean;
import org.practicereview.family.Invitations;
import org.practicereview.family.LanguageHelp;

/** Lets a gateway ask how far the invitations to a family are. */
@ProcessBean("family")
public class FamilyQuestions {

  private final Invitations invitations;
  private final LanguageHelp help;

  FamilyQuestions(Invitations invitations, LanguageHelp help) {
    this.invitations = invitations;
    this.help = help;
  }

  /** Whether a letter is to be written to someone now. */
  public boolean anybodyToWriteTo(DelegateExecution execution) {
    return invitations.anybodyToWriteTo(execution.getProcessBusinessKey());
  }

  /** Whether a letter is to be written to a child now. */
  public boolean anyChildToWriteTo(DelegateExecution execution) {
    return invitations.anyChildToWriteTo(execution.getProcessBusinessKey());
  }

  /** Whether someone gets no letter, for reasons that have to be agreed. */
  public boolean anybodyLeftOut(DelegateExecution execution) {
    return invitations.anybodyLeftOut(execution.getProcessBusinessKey());
  }

  /** Whether someone whose letter is approved needs a translation, an interpreter or a form. */
  public boolean languageHelpNeeded(DelegateExecution execution) {
    return help.anybodyNeeds(execution.getProcessBusinessKey());
  }

  /** Whether a letter has reached someone, so that answers can be waited for. */
  public boolean anybodyReached(DelegateExecution execution) {
    return invitations.anybodyReached(execution.getProcessBusinessKey());
  }
}
