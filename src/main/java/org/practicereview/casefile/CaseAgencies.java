package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.List;

/** Which agencies were asked for information in a case, and how far each has come. */
public interface CaseAgencies {

  /**
   * Notes that an agency is asked.
   *
   * @throws org.practicereview.refusals.Refused if the partnership does not know the agency
   * @throws org.practicereview.refusals.Refused if it has been asked in this case before
   */
  void ask(String caseReference, String agency, LocalDate askedOn, String by);

  /**
   * Notes that an agency is asked once more that had answered that it was not involved: it joins
   * the review after all.
   *
   * @throws org.practicereview.refusals.Refused if it was not asked
   * @throws org.practicereview.refusals.Refused if it has not answered so
   */
  void askAgain(String caseReference, String agency, LocalDate askedOn, String by);

  /** Notes when an agency's return is due. */
  void due(String caseReference, String agency, LocalDate dueOn);

  /**
   * Notes an agency's answer or that it is late.
   *
   * @param state any but {@link ReturnState#ASKED}, for which there is {@link #ask}
   * @throws org.practicereview.refusals.Refused if the state is that of an agency that is only
   *     asked, or the agency was not asked
   */
  void mark(String caseReference, String agency, ReturnState state, String by);

  /**
   * One agency of a case.
   *
   * @throws org.practicereview.refusals.Refused if it was not asked
   */
  CaseAgency get(String caseReference, String agency);

  /** All agencies asked in a case, in the order they were asked. */
  List<CaseAgency> of(String caseReference);
}
