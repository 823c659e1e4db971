package org.practicereview.letters;

import java.util.Map;

/** The clocks of a case as letters print them, by rule id. */
interface ClockFacts {

  /** For each clock its {@code name}, {@code dueOn} and {@code state}, in words. */
  Map<String, Object> of(String caseReference, String scope);
}
