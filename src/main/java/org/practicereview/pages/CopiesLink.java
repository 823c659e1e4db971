package org.practicereview.pages;

import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.report.Copies;
import org.practicereview.security.SignedIn;
import org.springframework.stereotype.Component;

/** Leads to the reading copies: those who keep an eye on them, and those who have one to read. */
@Component
class CopiesLink implements CaseLink {

  private final Copies copies;

  CopiesLink(Copies copies) {
    this.copies = copies;
  }

  @Override
  public String title() {
    return "Reading copies";
  }

  @Override
  public String path() {
    return "copies";
  }

  @Override
  public boolean isFor(CaseFile caseFile, Sight sight, SignedIn reader) {
    return sight.identity()
        ? !copies.of(caseFile.reference()).isEmpty()
        : !copies.readableBy(caseFile.reference(), reader.groups(), reader.tenants()).isEmpty();
  }
}
