package org.practicereview.casefile;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.Question;

/**
 * What is known of a case: for every field key the latest answer given to it in any form. So a
 * question added to a form is at once a fact that letters and clocks can use.
 */
public interface CaseFacts {

  /** The facts of the case as a whole; what an agency or a partner said for itself is left out. */
  Map<String, Object> of(String caseReference);

  /** The facts of the case with those of one agency or partner laid over them. */
  Map<String, Object> of(String caseReference, String scope);

  /** A date among the case's facts; empty if it is not known. */
  Optional<LocalDate> date(String caseReference, String key);

  /** A date among the facts of the case and those of one agency or partner; empty likewise. */
  Optional<LocalDate> date(String caseReference, String scope, String key);

  /** A text among the case's facts; empty if it is not known or blank. */
  Optional<String> text(String caseReference, String key);

  /** A date among the case's facts; empty if it is not known. */
  default Optional<LocalDate> date(String caseReference, Question<Optional<LocalDate>> question) {
    return date(caseReference, question.key());
  }

  /** A text among the case's facts; empty if it is not known or blank. */
  default Optional<String> text(String caseReference, Question<?> question) {
    return text(caseReference, question.key());
  }
}
