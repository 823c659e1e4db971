package org.practicereview.casefile;

import org.practicereview.forms.FormRefused;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up answers that no one gave in a form of the service, such as those of a case that ran
 * before; lists and searches know them like all others.
 */
@Component
public class GivenElsewhere {

  private final Answers answers;
  private final ReferredChildren children;
  private final CaseRows rows;
  private final CaseDays days;
  private final UploadedFiles files;

  GivenElsewhere(
      Answers answers,
      ReferredChildren children,
      CaseRows rows,
      CaseDays days,
      UploadedFiles files) {
    this.files = files;
    this.answers = answers;
    this.children = children;
    this.rows = rows;
    this.days = days;
  }

  /** Adds answers, in the caller's transaction. */
  @Transactional
  public void store(FormAnswers given) {
    answers.store(given);
    children.note(given.caseReference(), given.values(), given.by());
    rows.note(given.caseReference(), given.values());
    days.note(given.caseReference(), given.values());
  }

  /**
   * Adds a file of a case, through the same gate as all others.
   *
   * @param kind of document
   * @throws Refused if it may not come in
   */
  @Transactional
  public Document store(String caseReference, String kind, String name, byte[] file, String by) {
    try {
      return files.keep(caseReference, kind, "", name, file, by);
    } catch (FormRefused e) {
      throw new Refused(
          e.getMessage().replaceFirst("^Nothing was changed[.] ", "").replaceFirst("[.]$", ""), e);
    }
  }
}
