package org.practicereview.pages;

import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.security.SignedIn;

/** A page of its own about part of a case, to which the case page leads those who may see it. */
interface CaseLink {

  /** What the page is called. */
  String title();

  /** Last part of its address, after the reference of the case. */
  String path();

  /** Whether someone is shown the way; the page itself checks again. */
  boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader);
}
