package org.practicereview.pages;

import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.security.SignedIn;
import org.springframework.stereotype.Component;

/** Leads to the path of a case and its decisions. */
@Component
class CasePathLink implements CaseLink {

  @Override
  public String title() {
    return "Path and decisions";
  }

  @Override
  public String path() {
    return "path";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.header();
  }
}
