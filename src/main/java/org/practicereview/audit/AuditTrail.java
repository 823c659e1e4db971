package org.practicereview.audit;

import java.util.List;

/**
 * The append-only trail. Every line carries a hash over itself and the line before it in the same
 * case, so that a line changed or taken out behind the service's back is found.
 */
public interface AuditTrail {

  /** The actor of what the service does by itself. */
  String SYSTEM = "system";

  /**
   * Adds a line, in the caller's transaction.
   *
   * @param sentence what happened, up to 2,000 characters; must not hold personal data
   */
  void record(String caseReference, String actor, String sentence);

  /**
   * Until the caller's transaction ends, no other one writes to the trail of this case, or gets
   * past this: for what looks at the state of a case and then acts on what it saw.
   */
  void oneAtATime(String caseReference);

  /** The trail of a case, oldest first. */
  List<AuditEntry> of(String caseReference);

  /** Whether the chain of a case is whole: nothing changed, nothing missing in between. */
  boolean verify(String caseReference);
}
