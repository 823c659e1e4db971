package org.practicereview.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Whose part of a case a place in a process works on. What an agency, a partner or a matter gives
 * is kept apart from what is said of the case as a whole. A matter is one of several things of the
 * same kind that run beside the review, such as the second complaint.
 */
public final class CaseScope {

  /** The engine variable that holds the code of an agency. */
  public static final String AGENCY = "agency";

  /** The engine variable that holds the code of a safeguarding partner. */
  public static final String PARTNER = "partner";

  /** The engine variable that holds the code of a matter, for example {@code complaint-2}. */
  public static final String MATTER = "matter";

  private CaseScope() {}

  /** Whether a scope is that of a matter; the code of a matter ends in its number. */
  public static boolean isMatter(String scope) {
    return scope.matches("[A-Za-z-]+[0-9]+");
  }

  /** The scope of a place in a process; empty where it works on the case as a whole. */
  public static String of(VariableScope place) {
    return of(place::getVariable);
  }

  /** The scope that some variables name, by their names; empty if none does. */
  public static String of(Function<String, Object> variables) {
    if (variables.apply(AGENCY) instanceof String agency) {
      return agency;
    }
    if (variables.apply(PARTNER) instanceof String partner) {
      return CaseRecords.partnerScope(partner);
    }
    return variables.apply(MATTER) instanceof String matter ? matter : "";
  }
}
