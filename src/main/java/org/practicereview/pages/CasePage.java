package org.practicereview.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one case that its reader may see, on one page, section by section. */
@Controller
class CasePage {

  private final CaseFiles cases;
  private final CaseAccess access;
  private final Partnerships partnerships;
  private final List<CaseSection> sections;
  private final List<CaseLink> links;

  CasePage(
      CaseFiles cases,
      CaseAccess access,
      Partnerships partnerships,
      List<CaseSection> sections,
      List<CaseLink> links) {
    this.cases = cases;
    this.access = access;
    this.partnerships = partnerships;
    this.sections = sections;
    this.links = links;
  }

  @GetMapping("/case/{reference}")
  String show(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn reader, Model page) {
    CaseView view = view(reference, reader);
    Sight sight = view.sight();
    CaseFile caseFile = view.file();
    Partnership partnership = view.partnership();
    if (caseFile.answersNationalReview()) {
      return "redirect:" + NationalReviewsPage.path(reference);
    }
    page.addAttribute("case", caseFile);
    page.addAttribute("partnership", partnership);
    page.addAttribute("sight", sight);
    page.addAttribute("may", view.may());
    page.addAttribute("words", new PlainWords(partnership));
    page.addAttribute(
        "links", links.stream().filter(link -> link.isFor(caseFile, sight, reader)).toList());
    page.addAllAttributes(shown(view));
    return "pages/case";
  }

  /**
   * A case as someone looks at it.
   *
   * @throws UnknownCase if they may see nothing of it
   */
  CaseView view(String reference, SignedIn reader) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    CaseFile caseFile = cases.get(reference);
    Partnership partnership = partnerships.get(caseFile.partnership());
    List<String> roles = reader.rolesIn(partnership.id());
    return new CaseView(
        caseFile,
        partnership,
        reader.userId(),
        sight,
        roles,
        CaseActions.allowed(partnership, roles));
  }

  /** Everything of a case that someone may see, by its name on the page of the case. */
  Map<String, Object> shown(CaseView view) {
    Map<String, Object> all = new HashMap<>();
    sections.forEach(
        section ->
            section
                .of(view)
                .forEach(
                    (name, shown) -> {
                      if (all.containsKey(name)) {
                        throw new IllegalStateException(
                            "Two sections of the case page show " + name);
                      }
                      all.put(name, shown);
                    }));
    return all;
  }
}
