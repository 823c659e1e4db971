package org.practicereview.casefile;

import java.util.List;
import java.util.Optional;

/** The answers people gave, kept whole and for good: a form given again is added, not changed. */
public interface Answers {

  /** Adds answers, in the caller's transaction. */
  void store(FormAnswers answers);

  /** All answers of a case, oldest first. */
  List<FormAnswers> of(String caseReference);

  /** What was given last in a form for a scope. */
  Optional<FormAnswers> latest(String caseReference, String form, String scope);
}
