package org.practicereview.pages;

import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.security.SignedIn;
import org.springframework.stereotype.Component;

/** Leads to the bundles of a case those who may make one. */
@Component
class BundleLink implements CaseLink {

  @Override
  public String title() {
    return "A bundle to take with you";
  }

  @Override
  public String path() {
    return "bundle";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return mayMake(caseFile, reader);
  }

  /** Whether someone may give out of a case: those who know every case of the partnership. */
  static boolean mayMake(CaseFile caseFile, SignedIn reader) {
    return CaseAccess.opensEveryCase(reader.rolesIn(caseFile.partnership()));
  }
}
