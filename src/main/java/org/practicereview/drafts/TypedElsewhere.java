package org.practicereview.drafts;

import org.practicereview.refusals.Refused;

/** The author has typed in another window or at another computer since. */
class TypedElsewhere extends Refused {

  private static final long serialVersionUID = 1L;

  TypedElsewhere() {
    super("You have typed in this form in another window since");
  }
}
