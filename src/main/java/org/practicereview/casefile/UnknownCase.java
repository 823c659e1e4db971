package org.practicereview.casefile;

import org.practicereview.refusals.NotThere;

/** Someone asked for a case that does not exist, or that they may not know of. */
public class UnknownCase extends NotThere {

  private static final long serialVersionUID = 1L;

  /** Says which reference is unknown. */
  public UnknownCase(String reference) {
    super("There is no case " + reference);
  }
}
