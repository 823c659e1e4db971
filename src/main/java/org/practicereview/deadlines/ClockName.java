package org.practicereview.deadlines;

/**
 * What tells one clock from another. Where a clock of that name ran before, the latest is meant.
 *
 * @param rule id of its rule
 * @param scope code of the agency for a rule that runs once for each agency, else empty
 */
public record ClockName(String caseReference, String rule, String scope) {

  @Override
  public String toString() {
    return "The clock \"%s\"%s of %s"
        .formatted(rule, scope.isEmpty() ? "" : " (" + scope + ")", caseReference);
  }
}
